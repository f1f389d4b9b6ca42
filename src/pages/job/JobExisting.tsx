import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { now } from '#src/lib/clock.ts';
import { momentText } from '#src/lib/format.ts';
import { isUnread, type ReadBack, type ReadPart } from '#src/model/read-back.ts';
import { common } from '#src/strings/common.ts';
import { readBack as words } from '#src/strings/read-back.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  root: { minWidth: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(180px, 0.34fr) minmax(0, 1fr) 64px 152px',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minHeight: '36px',
    boxSizing: 'border-box',
    paddingBlock: tokens.spacingVerticalXXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    breakInside: 'avoid',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', paddingBlock: tokens.spacingVerticalS },
  },
  part: { color: tokens.colorNeutralForeground2, [NARROW]: { display: 'none' } },
  action: {
    justifySelf: 'end',
    [NARROW]: { justifySelf: 'start', '& > button': { minHeight: '44px' } },
    '@media print': { display: 'none' },
  },
});

interface JobExistingProps {
  readonly readBack: ReadBack;
  /** Only what wasn’t read, of a restore whose picture shows the rest. */
  readonly isUnreadAlone?: boolean;
}

/** What exists after a restore: each thing that it can leave as it was read, with its time, or that it wasn’t. */
export function JobExisting({
  readBack: { parts, source },
  isUnreadAlone = false,
}: JobExistingProps) {
  const styles = useStyles();
  const { unseen } = useCommonStyles();
  const shown = isUnreadAlone
    ? parts.filter((part) => isUnread(part) && part.read.is !== 'onItsWay' && part.readIt !== null)
    : parts;
  if (shown.length === 0) return null;
  const title = isUnreadAlone ? words.unreadTitle : words.title;
  const { heads } = words;
  return (
    <section aria-label={title} className={styles.root}>
      <SectionHeading level={2}>{title}</SectionHeading>
      <div role="table" aria-label={title}>
        <div role="row" className={unseen}>
          {[heads.state, heads.thing, heads.part, heads.action].map((head) => (
            <span key={head} role="columnheader">
              {head}
            </span>
          ))}
        </div>
        {!isUnreadAlone && source !== null && (
          <Row tone="cancelled" state={words.state.source} name={source} detail="" part="" />
        )}
        {shown.map((part) => (
          <PartRow key={part.id} part={part} />
        ))}
      </div>
    </section>
  );
}

/** A thing as it was read. */
function PartRow({ part }: { readonly part: ReadPart }) {
  const { kind, name, readIt } = part;
  const shown = name ?? words.thing[kind];
  return (
    <Row
      {...stateOf(part)}
      name={shown}
      detail={detailOf(part)}
      part={name === null ? '' : words.part[kind]}
    >
      {kind === 'files' && <RouterLink to="/leftovers">{common.leftovers}</RouterLink>}
      {readIt !== null && part.read.is === 'notRead' && (
        <Button size="small" aria-label={words.readItOf(shown)} onClick={readIt}>
          {words.readIt}
        </Button>
      )}
    </Row>
  );
}

interface RowProps {
  readonly tone: Tone;
  readonly state: string;
  readonly name: string;
  readonly detail: string;
  readonly part: string;
  readonly children?: ReactNode;
}

function Row({ tone, state, name, detail, part, children }: RowProps) {
  const styles = useStyles();
  const { strong, second, anywhere } = useCommonStyles();
  return (
    <div role="row" className={styles.row}>
      <div role="cell">
        <Status tone={tone}>{state}</Status>
      </div>
      <div role="cell" className={anywhere}>
        <span className={strong}>
          <Name>{name}</Name>
        </span>{' '}
        <span className={second}>
          <Name>{detail}</Name>
        </span>
      </div>
      <div role="cell" className={styles.part}>
        {part}
      </div>
      <div role="cell" className={styles.action}>
        {children}
      </div>
    </div>
  );
}

/** The state of a thing in one of the five words, or as it was read. Pure. */
export function stateOf({ read }: Pick<ReadPart, 'read'>): { tone: Tone; state: string } {
  const { state } = words;
  switch (read.is) {
    case 'there':
      return read.isOfJob === false
        ? { tone: 'cancelled', state: state.ofOthers }
        : { tone: 'done', state: state.there };
    case 'notFound':
      return { tone: 'impossible', state: state.notFound };
    case 'onItsWay':
      return { tone: 'running', state: state.onItsWay };
    default:
      return { tone: 'unknown', state: state[read.is] };
  }
}

/** Where it is, what was read of it, and when. Pure. */
export function detailOf({ read, place, power, address, isTarget }: ReadPart): string {
  const at = read.is === 'there' || read.is === 'notFound' ? momentText(read.at, now()) : null;
  const isUndated = read.is === 'there' && read.isOfJob === null && isTarget !== true;
  return [
    place === null ? '' : words.inPlace(place),
    power === undefined ? '' : power === null ? words.powerNotReported : words.power[power],
    address ?? '',
    isUndated ? words.undated : '',
    at === null ? '' : words.readAt(at),
    read.is === 'notRead' ? (read.why ?? '') : '',
  ]
    .filter((text) => text !== '')
    .join(', ');
}
