import type { ReactNode } from 'react';
import { textInSentence } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { VaultLink } from '#src/ui/instance/VaultLink.tsx';
import { Name } from '#src/ui/text.tsx';
import { OverviewLink, PageHeader } from '#src/ui/page.tsx';
import { NameLink } from '#src/ui/links.tsx';

export interface InstanceHeaderProps {
  readonly name: string;
  /** Its datasource in the address of the list; left out: the list shows it by itself. */
  readonly datasource?: string;
  /** What tells it from others of its name; undefined: not read. */
  readonly about:
    | {
        readonly before: readonly string[];
        readonly vault: { readonly address: string; readonly name: string };
        readonly after: readonly string[];
      }
    | undefined;
  readonly isReading: boolean;
  readonly actions?: ReactNode;
}

/** Where one is: the backup instance, and what tells it from others of its name. */
export function InstanceHeader(props: InstanceHeaderProps) {
  const { name, datasource, about, isReading, actions } = props;
  const notRead = isReading ? common.reading(words.what) : common.notRead;
  return (
    <PageHeader
      title={name}
      actions={actions}
      crumbs={[
        <OverviewLink key="overview" />,
        <NameLink key="instances" to="/instances" search={{ datasource }}>
          {common.backupInstances}
        </NameLink>,
        <span key="here" aria-current="page">
          <Name isName>{name}</Name>
        </span>,
      ]}
      subtitle={
        about === undefined ? (
          notRead
        ) : (
          <>
            {[...about.before.map(textInSentence), ''].join(words.separator)}
            <VaultLink {...about.vault} />
            {['', ...about.after.map(textInSentence)].join(words.separator)}
          </>
        )
      }
    />
  );
}
