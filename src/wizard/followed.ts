import { type ComponentType, lazy } from 'react';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { FollowedOperation, type FollowedProps } from '#src/wizard/FollowedOperation.ts';

type Datasource = NonNullable<DraftChoices['datasource']>;

/**
 * What follows the operation of an accepted restore to its job, by datasource. Apart from the wizards
 * in `registry.tsx`, as every page follows and only one draws a wizard.
 */
export const FOLLOWED: Readonly<Record<Datasource, ComponentType<FollowedProps>>> = {
  'azure-vm': FollowedOperation,
  'azure-disk': lazy(async () => {
    const { FollowedDiskOperation } = await import('#src/wizard/FollowedDiskOperation.ts');
    return { default: FollowedDiskOperation };
  }),
};
