import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { instanceAddress } from '#src/api/arm/address.ts';
import { machineBackupsQuery, machineKeyQuery } from '#src/api/queries/search.ts';
import type { Datasource } from '#src/datasources/datasource.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import {
  otherProtections,
  type MachinesKnown,
  machinesKnownTo,
} from '#src/pages/instance/other-protection.ts';
import { vendorFit } from '#src/strings/vendor-fit.ts';
import { instance } from '#src/strings/instance.ts';
import { usePartStyles } from '#src/ui/instance/styles.ts';
import { RouterLink } from '#src/ui/links.tsx';

const words = instance.also;

const useStyles = makeStyles({ line: { paddingTop: tokens.spacingVerticalM } });

interface AlsoProtectedProps {
  readonly instance: ResourceId;
  /** The datasource that it is of. */
  readonly owner: Datasource;
}

/** Backups that other datasources have of the same VM. */
export function AlsoProtected({ instance: id, owner }: AlsoProtectedProps) {
  const own = machinesKnownTo(owner);
  if (own === null) return null;
  return otherProtections(owner).map((other) => (
    <BackupsOf key={other.id} {...{ id, own, other }} />
  ));
}

interface BackupsOfProps {
  readonly id: ResourceId;
  readonly own: MachinesKnown;
  readonly other: MachinesKnown;
}

function BackupsOf({ id, own, other }: BackupsOfProps) {
  const part = usePartStyles();
  const styles = useStyles();
  const line = mergeClasses(part.inset, styles.line);
  const key = useQuery(
    machineKeyQuery(id, async (queries) => (await own.load()).machineKey(queries, id)),
  );
  const backups = useQuery(
    machineBackupsQuery(other.id, key.data, async (queries, machine) =>
      (await other.load()).backupsOf(queries, machine),
    ),
  );
  if (key.error !== null || backups.error !== null) {
    return <div className={line}>{words.notChecked(other.serviceName)}</div>;
  }
  return backups.data?.map(({ instance: backup, name }) => (
    <div key={backup} className={line}>
      {words.by(other.serviceName)}{' '}
      <RouterLink to="/instances/$instanceId" params={{ instanceId: instanceAddress(backup) }}>
        {name}
      </RouterLink>
      {own.hasFit && other.hasFit && (
        <>
          {instance.separator}
          <RouterLink
            to="/instances/$instanceId/fit"
            params={{ instanceId: instanceAddress(id) }}
            search={{ beside: instanceAddress(backup) }}
          >
            {vendorFit.title}
          </RouterLink>
        </>
      )}
    </div>
  ));
}
