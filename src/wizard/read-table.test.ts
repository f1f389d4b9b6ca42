import { describe, expect, test } from 'vitest';
import { DISK_READS } from '#src/datasources/azure-disk/reads.ts';
import { READ_SOURCES } from '#src/datasources/azure-vm/reads.ts';
import { COMMVAULT_READS } from '#src/datasources/commvault-vm/reads.ts';
import type { ReadSource } from '#src/wizard/read-table.ts';

/** The reads of each datasource, in the order of their table. */
const TABLES: Readonly<Record<string, Readonly<Record<string, ReadSource>>>> = {
  'Azure VMs': READ_SOURCES,
  'Azure Disks': DISK_READS,
  Commvault: COMMVAULT_READS,
};
const rows = Object.entries(TABLES).flatMap(([datasource, table]) =>
  Object.entries(table).map(([name, source]) => ({ datasource, name, source, table })),
);

describe.each(rows)('of $datasource the read $name', ({ name, source, table }) => {
  test('has a name for people that no other has', () => {
    const others = Object.values(table).filter(({ what }) => what === source.what);
    expect(others).toHaveLength(1);
  });

  test('stands below the read that it comes after', () => {
    const names = Object.keys(table);
    expect([null, ...names.slice(0, names.indexOf(name))]).toContain(source.after);
  });
});
