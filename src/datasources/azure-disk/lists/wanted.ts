import { placesIn } from '#src/api/arm/address.ts';
import { type Address, addressReader, sortBy, type Wanted } from '#src/lib/address-values.ts';
import {
  DISK_INSTANCE_SORTS,
  type DiskInstanceFilter,
  type DiskInstanceOrder,
  DISKS_BY_NAME,
} from '#src/model/backup-vaults.ts';

const ofMachines = () => null;

/** What an address asks for: health, source, tags and last point are facts of machines. */
export function disksWanted(address: Address): Wanted<DiskInstanceFilter, DiskInstanceOrder> {
  const reader = addressReader(address);
  const filter: DiskInstanceFilter = placesIn(reader);
  reader.list('health', ofMachines);
  reader.list('source', ofMachines);
  reader.list('older', ofMachines);
  reader.list('tag', ofMachines);
  const order = reader.one('sort', sortBy(DISK_INSTANCE_SORTS)) ?? DISKS_BY_NAME;
  return { filter, order, ignored: reader.ignored() };
}
