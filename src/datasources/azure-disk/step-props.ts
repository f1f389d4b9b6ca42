import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import type { PanelProps } from '#src/wizard/task.ts';

/** What the panel of every step of a disk's restore is given. */
export type DiskStepProps = PanelProps<DiskView>;
