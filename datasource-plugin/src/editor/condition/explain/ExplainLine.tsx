import { Button, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { errorWords } from '../../../resources/errorWords';
import type { ExplainRequest, ModeltraceResources } from '../../../resources/resources';
import { testIds } from '../../../testIds';
import { explainWords } from './explainWords';

interface ExplainLineProps {
  resources: Pick<ModeltraceResources, 'explainQuery'>;
  /** The selection as it is now, with the values of variables. */
  request: () => ExplainRequest;
}

interface Told {
  words?: ReturnType<typeof explainWords>;
  failure?: string;
}

/** What the selection would read, when somebody asks. */
export function ExplainLine({ resources, request }: ExplainLineProps) {
  const [isAsking, setAsking] = useState(false);
  const [{ words, failure }, setTold] = useState<Told>({});
  const ask = async () => {
    setAsking(true);
    try {
      setTold({ words: explainWords(await resources.explainQuery(request())) });
    } catch (error) {
      setTold({ failure: errorWords(error) });
    } finally {
      setAsking(false);
    }
  };
  return (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap" data-testid={testIds.explain}>
      <Button
        variant="secondary"
        fill="text"
        size="sm"
        icon="info-circle"
        disabled={isAsking}
        tooltip="Asks how much would be read, without reading it"
        onClick={() => void ask()}
      >
        Explain
      </Button>
      <div role="status">
        {words && (
          <Text color="secondary" variant="bodySmall">
            {[words.summary, ...words.steps].join(' ')}
          </Text>
        )}
        {failure !== undefined && (
          <Text color="error" variant="bodySmall">
            {failure}
          </Text>
        )}
      </div>
    </Stack>
  );
}
