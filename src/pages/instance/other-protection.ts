import type { Datasource, Machines } from '#src/datasources/datasource.ts';
import { codeOf, DATASOURCES } from '#src/datasources/registry.ts';

/** What a datasource knows of machines, and its name. */
export interface MachinesKnown {
  readonly id: string;
  readonly serviceName: string;
  /** Whether its restore can be compared with another one's. */
  readonly hasFit: boolean;
  readonly load: () => Promise<Machines>;
}

/** What the datasource knows of machines; null: its backups are never of VMs that another one protects. */
export function machinesKnownTo(entry: Datasource): MachinesKnown | null {
  const { id, serviceName, machines, fit } = entry;
  return machines === undefined
    ? null
    : { id, serviceName, hasFit: fit !== undefined, load: () => codeOf(entry, machines) };
}

/** The datasources whose backups can be of the same VM as one of this datasource. */
export const otherProtections = (own: Datasource): readonly MachinesKnown[] =>
  [...DATASOURCES.values()].flatMap((entry) =>
    entry.id === own.id ? [] : (machinesKnownTo(entry) ?? []),
  );
