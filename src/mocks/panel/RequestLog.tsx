import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { preciseTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { RequestRecord } from '#src/mocks/world/store.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalS },
  time: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  path: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  status: { flexShrink: 0 },
  failed: { fontWeight: tokens.fontWeightSemibold },
  remark: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

export interface RequestLogProps {
  /** Oldest first. */
  readonly requests: readonly RequestRecord[];
}

/** The end of a path, `…/backupJobs/3021262a`: what tells requests apart. */
function shortPath(path: string): string {
  const [owner = '', name = ''] = path.split('/').slice(-2);
  return `…/${name.length > 8 && /\d/.test(name) ? `${owner}/${name.slice(0, 8)}` : name}`;
}

/** The newest requests first: when, which, and what was answered. */
export function RequestLog({ requests }: RequestLogProps) {
  const styles = useStyles();
  return (
    <section aria-label={strings.log}>
      <h3 className={styles.title}>{strings.log}</h3>
      {requests.length === 0 && <p className={styles.remark}>{strings.noRequests}</p>}
      <ol className={styles.list}>
        {requests.toReversed().map(({ requestId, at, method, path, status }) => (
          <li key={requestId} className={styles.line}>
            <span className={styles.time}>{preciseTimeText(instant(at))}</span>
            <span>{method}</span>
            <span className={styles.path}>{shortPath(path)}</span>
            <span className={mergeClasses(styles.status, (status ?? 500) >= 400 && styles.failed)}>
              {status ?? strings.noAnswer}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
