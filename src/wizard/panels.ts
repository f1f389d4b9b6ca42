import type { ComponentType } from 'react';
import type { StepId } from '#src/rules/step-of.ts';
import type { StepProps } from '#src/wizard/draft/step-props.ts';
import { ConfigurationPanel } from '#src/wizard/steps/configuration/Panel.tsx';
import { DatasourcePanel } from '#src/wizard/steps/datasource/Panel.tsx';
import { InstancePanel } from '#src/wizard/steps/instance/Panel.tsx';
import { NetworkAccessPanel } from '#src/wizard/steps/network-access/Panel.tsx';
import { RestorePointPanel } from '#src/wizard/steps/restore-point/Panel.tsx';
import { ReviewPanel } from '#src/wizard/steps/review/Panel.tsx';

/** What each step shows. */
export const PANELS: Readonly<Record<StepId, ComponentType<StepProps>>> = {
  datasource: DatasourcePanel,
  instance: InstancePanel,
  'restore-point': RestorePointPanel,
  configuration: ConfigurationPanel,
  'network-access': NetworkAccessPanel,
  review: ReviewPanel,
};
