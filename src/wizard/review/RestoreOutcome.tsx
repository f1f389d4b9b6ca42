import type { GoTo } from '#src/datasources/datasource.ts';
import { submission as words } from '#src/strings/submission.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { OutcomeColumns, type OutcomeColumnsProps } from '#src/ui/OutcomeColumns.tsx';

export interface RestoreOutcomeProps extends Pick<
  OutcomeColumnsProps,
  'sentence' | 'outcome' | 'children'
> {
  readonly goTo: GoTo;
}

/** What a restore makes, changes, leaves alone and loses, with the ways to the steps that decide it. */
export function RestoreOutcome({ goTo, ...what }: RestoreOutcomeProps) {
  const edit = (title: string, step: string) => (
    <LinkButton aria-label={`${words.edit}: ${title}`} onClick={() => goTo(step)}>
      {words.edit}
    </LinkButton>
  );
  return (
    <section>
      <OutcomeColumns
        {...what}
        heads={words}
        beside={{
          created: edit(words.created, 'configuration'),
          lost: edit(words.lost, 'restore-point'),
        }}
      />
    </section>
  );
}
