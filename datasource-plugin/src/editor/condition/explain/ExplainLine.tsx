import { Button, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { errorWords } from '../../../resources/errorWords';
import type { ExplainRequest, ModeltraceResources } from '../../../resources/resources';
import { testIds } from '../../../testIds';
import { explainWords } from './explainWords';

interface ExplainLineProps {
  resources: Pick<ModeltraceResources, 'explainQuery'>;
  /** Another one than before where the selection changed: what was told of the old one is no longer shown. */
  selection: string;
  /** The selection as it is now, with the values of variables. */
  request: () => ExplainRequest;
}

interface Told {
  of?: string;
  words?: ReturnType<typeof explainWords>;
  failure?: string;
}

/** What the selection would read, when somebody asks: a button, and the words beside or below it. */
export function ExplainLine({ resources, selection, request }: ExplainLineProps) {
  const [isAsking, setAsking] = useState(false);
  const [told, setTold] = useState<Told>({});
  const { words, failure }: Told = told.of === selection ? told : {};
  const ask = async () => {
    setAsking(true);
    try {
      setTold({ of: selection, words: explainWords(await resources.explainQuery(request())) });
    } catch (error) {
      setTold({ of: selection, failure: errorWords(error) });
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
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
      <div role="status" data-testid={testIds.explain}>
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
    </>
  );
}
