import { listText } from '#src/lib/wording.ts';
import { mergeClasses } from '@fluentui/react-components';
import type { Judged } from '#src/api/queries/deployments.ts';
import type { ChangeKind, DeploymentReason, PredictedChange } from '#src/model/deployment.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { coverage } from '#src/strings/coverage.ts';
import { withCode } from '#src/model/problem.ts';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { Name } from '#src/ui/Name.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = deploy.judge;

const KINDS: readonly (readonly [ChangeKind, string])[] = [
  ['created', words.created],
  ['changed', words.changed],
  ['deleted', words.deleted],
  ['unknown', words.unknown],
];
/** Even where there are none, a person wants to read that. */
const ALWAYS: readonly ChangeKind[] = ['created', 'changed', 'deleted'];

/** Azure couldn’t read the template: its key access, its firewall, or the blob is gone (aftercare §1.6). */
const UNREADABLE = 'InvalidContentLink';

export interface JudgedPanelProps {
  readonly judged: Judged;
}

/** What Azure reports of the template with these values: what it would change, or why it rejects it. */
export function JudgedPanel({ judged }: JudgedPanelProps) {
  if (judged.kind === 'rejected') {
    return (
      <div role="alert">
        <Status tone="failed">{words.rejected}</Status>
        <Reasons reasons={judged.reasons} />
        {judged.reasons.some(({ code }) => code === UNREADABLE) && <div>{words.unreadable}</div>}
      </div>
    );
  }
  return <Accepted {...judged} />;
}

function Accepted(judged: Extract<Judged, { kind: 'judged' }>) {
  const { column, second } = useCommonStyles();
  const { valid, predicted } = judged;
  const headline = headlineOf(judged);
  const of = (kind: ChangeKind) => predicted.changes.filter((one) => one.kind === kind);
  const untouched = of('untouched');
  return (
    <div className={column}>
      <div role="status">
        <Status tone={headline.tone}>{headline.text}</Status>
      </div>
      <div className={second}>{coverage.ofTemplate}</div>
      <details>
        <summary>{words.validated}</summary>
        <ChangeList
          changes={valid.resources.map((id) => ({ id, paths: [], unknownBecause: null }))}
        />
      </details>
      {KINDS.map(([kind, title]) => {
        const changes = of(kind);
        return (
          (changes.length > 0 || ALWAYS.includes(kind)) && (
            <Changes key={kind} title={title} changes={changes} />
          )
        );
      })}
      {untouched.length > 0 && (
        <details>
          <summary>{words.untouchedCount(untouched.length)}</summary>
          <ChangeList changes={untouched} />
        </details>
      )}
    </div>
  );
}

/** The headline of an accepted template: green only where nothing below contradicts it. */
export function headlineOf({ valid, predicted }: Extract<Judged, { kind: 'judged' }>) {
  const count = valid.resources.length;
  const unknown = predicted.changes.filter(({ kind }) => kind === 'unknown').length;
  return unknown === 0
    ? ({ tone: 'done', text: words.valid(count) } as const)
    : ({ tone: 'warning', text: words.validInPart(count, unknown) } as const);
}

interface ChangesProps {
  readonly title: string;
  readonly changes: readonly PredictedChange[];
}

function Changes({ title, changes }: ChangesProps) {
  return (
    <section aria-label={title}>
      <SectionHeading level={3}>{title}</SectionHeading>
      <ChangeList changes={changes} />
    </section>
  );
}

/** A resource, and what is known of its change. */
type ListedChange = Omit<PredictedChange, 'kind'>;

function ChangeList({ changes }: { readonly changes: readonly ListedChange[] }) {
  const { bullets, anywhere } = useCommonStyles();
  return (
    <ul className={mergeClasses(bullets, anywhere)}>
      {changes.length === 0 && <li>{words.nothing}</li>}
      {changes.map((change) => (
        <li key={change.id}>
          <Name>{changeText(change)}</Name>
        </li>
      ))}
    </ul>
  );
}

function changeText({ id, paths, unknownBecause }: ListedChange): string {
  const type = id.split('/').at(-2) ?? '';
  const more = [...paths, ...(unknownBecause === null ? [] : [unknownBecause])];
  return [`${nameOf(id)} (${type})`, ...(more.length === 0 ? [] : [listText(more)])].join(': ');
}

/** Why Azure refuses something, the innermost reason first. */
export function Reasons({ reasons }: { readonly reasons: readonly DeploymentReason[] }) {
  const { bullets, anywhere } = useCommonStyles();
  return (
    <ul className={mergeClasses(bullets, anywhere)}>
      {reasons.map((reason) => (
        <li key={JSON.stringify(reason)}>
          <Name>{withCode(reason.message, reason.code)}</Name>
        </li>
      ))}
    </ul>
  );
}
