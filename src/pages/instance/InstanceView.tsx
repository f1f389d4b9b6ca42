import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import type { ProtectedItemDetails, RecoveryPoint } from '#src/model/recovery-services.ts';
import { CompareSection } from '#src/pages/instance/compare/CompareSection.tsx';
import type { Comparing } from '#src/pages/instance/compare/use-comparing.ts';
import { InstanceFacts } from '#src/pages/instance/facts/InstanceFacts.tsx';
import { InstanceJobs } from '#src/pages/instance/InstanceJobs.tsx';
import { OwnDisks } from '#src/pages/instance/OwnDisks.tsx';
import { PointsSection } from '#src/pages/instance/points/PointsSection.tsx';
import type { ChangeSearch, InstanceSearch } from '#src/pages/instance/search.ts';
import type { Source } from '#src/pages/instance/use-source.ts';
import { usePartStyles } from '#src/pages/instance/styles.ts';
import { useViewStyles } from '#src/pages/instance/view-styles.ts';
import { instance as words } from '#src/strings/instance.ts';
import { useNow } from '#src/ui/use-now.ts';

/** "1 h 32 min until now" is looked at again this often. */
const LOST_MS = 60_000;

export interface InstanceViewProps {
  readonly item: ProtectedItemDetails;
  readonly points: UseQueryResult<RecoveryPoint[]>;
  readonly source: Source;
  readonly search: InstanceSearch;
  readonly onChange: ChangeSearch;
  readonly comparing: Comparing;
  /** Why the latest read failed, where what is shown is older; null when it did not. */
  readonly failed: Error | null;
}

/** What is protected, its restore points, two of them compared, and its jobs. */
export function InstanceView(props: InstanceViewProps) {
  const styles = useViewStyles();
  const part = usePartStyles();
  const { item, points, source, comparing, failed } = props;
  const now = useNow(LOST_MS);
  return (
    <div className={styles.root}>
      <div className={styles.facts}>
        <InstanceFacts item={item} points={points.data} source={source} />
      </div>
      <div className={styles.main}>
        {failed !== null && (
          <div className={part.inset}>
            <MessageBar intent="warning">
              <MessageBarBody>{words.stale(problemOf(failed).message)}</MessageBarBody>
            </MessageBar>
          </div>
        )}
        {comparing.chosen !== null && (
          <CompareSection
            chosen={comparing.chosen}
            source={source}
            now={now}
            onClose={comparing.close}
          />
        )}
        <PointsSection
          item={item}
          query={points}
          now={now}
          search={props.search}
          onChange={props.onChange}
          comparing={comparing}
        />
        <OwnDisks source={source} />
        <InstanceJobs item={item} />
      </div>
    </div>
  );
}
