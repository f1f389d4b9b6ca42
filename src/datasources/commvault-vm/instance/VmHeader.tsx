import { vmOf } from '#src/api/commvault/home.ts';
import type { CommvaultVmDetails } from '#src/api/commvault/vms.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { commvaultInstance } from '#src/strings/commvault/instance.ts';
import { commvaultName } from '#src/strings/commvault/name.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { Opened } from '#src/ui/instance/Opened.tsx';
import { Name } from '#src/ui/Name.tsx';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { NameLink } from '#src/ui/RouterLink.tsx';

export interface VmHeaderProps {
  readonly id: ResourceId;
  /** Undefined: not read. */
  readonly vm: CommvaultVmDetails | undefined;
  readonly isReading: boolean;
}

/** Where one is: the VM, and the CommServe that protects it. */
export function VmHeader({ id, vm, isReading }: VmHeaderProps) {
  const place = vmOf(id);
  const name = vm?.name ?? place?.name ?? id;
  const notRead = isReading ? common.reading(commvaultInstance.what) : common.notRead;
  const about = [commvaultName, place?.host ?? '', vm?.group?.name ?? ''].filter(Boolean);
  return (
    <>
      {vm && <Opened id={id} name={name} place={about} />}
      <PageHeader
        title={name}
        crumbs={[
          <OverviewLink key="overview" />,
          <NameLink key="instances" to="/instances" search={{ datasource: 'commvault' }}>
            {common.backupInstances}
          </NameLink>,
          <span key="here" aria-current="page">
            <Name isName>{name}</Name>
          </span>,
        ]}
        subtitle={vm === undefined ? notRead : about.map(textInSentence).join(instance.separator)}
      />
    </>
  );
}
