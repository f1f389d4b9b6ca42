import { type SizeFacts, sizeList } from '#src/mocks/compute/size-list.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What a size allows; two data disks for each vCPU, as most families have it (G). */
export const maxDataDisksOf = ({ cores }: Pick<SizeFacts, 'cores'>): number => cores * 2;

/** Premium disks need a size with an `s` in its name (Azure virtual machine sizes, naming conventions). */
export const takesPremium = (size: string): boolean => /^Standard_[A-Z]+\d+[a-z]*s/.test(size);

/** What is known of a size; undefined: Azure does not offer it. */
export const sizeOf = (name: string): SizeFacts | undefined =>
  sizeList.find((size) => sameId(size.name, name));
