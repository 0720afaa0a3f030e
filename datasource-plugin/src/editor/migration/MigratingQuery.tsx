import { Alert, Button, LoadingPlaceholder } from '@grafana/ui';
import React, { useEffect, useRef, useState } from 'react';
import { errorWords } from '../../resources/errorWords';
import type { ModeltraceResources } from '../../resources/resources';
import type { ModeltraceQuery } from '../../types';

interface MigratingQueryProps {
  /** As an older version saved it. */
  query: ModeltraceQuery;
  resources: Pick<ModeltraceResources, 'migrateQuery'>;
  /** Takes the query as this version saves it. */
  onMigrated: (query: ModeltraceQuery) => void;
}

/** Stands in for the editor until the back end has made a query of an older version one of this version. */
export function MigratingQuery({ query, resources, onMigrated }: MigratingQueryProps) {
  const [failure, setFailure] = useState<string>();
  const [attempt, setAttempt] = useState(1);
  const migrated = useRef(onMigrated);
  useEffect(() => {
    migrated.current = onMigrated;
  });
  // Grafana gives a new object with every change elsewhere; only another query is another question.
  const saved = JSON.stringify(query);
  useEffect(() => {
    let isCurrent = true;
    resources.migrateQuery(JSON.parse(saved) as ModeltraceQuery).then(
      (answer) => {
        if (isCurrent) {
          migrated.current(answer);
        }
      },
      (error: unknown) => {
        if (isCurrent) {
          setFailure(errorWords(error));
        }
      }
    );
    return () => {
      isCurrent = false;
    };
  }, [saved, resources, attempt]);
  if (failure === undefined) {
    return <LoadingPlaceholder text="An older version saved this query. Bringing it up to date" />;
  }
  return (
    <Alert
      severity="warning"
      title="An older version saved this query, and it could not be brought up to date for editing."
    >
      <p>{failure} The query itself still runs.</p>
      <Button
        size="sm"
        variant="secondary"
        onClick={() => {
          setFailure(undefined);
          setAttempt(attempt + 1);
        }}
      >
        Try again
      </Button>
    </Alert>
  );
}
