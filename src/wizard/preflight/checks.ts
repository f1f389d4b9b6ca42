import type { Check } from '#src/wizard/preflight/check.ts';
import { addresses } from '#src/wizard/preflight/checks/addresses.ts';
import { azure } from '#src/wizard/preflight/checks/azure.ts';
import { cores } from '#src/wizard/preflight/checks/cores.ts';
import { identity } from '#src/wizard/preflight/checks/identity.ts';
import { keys } from '#src/wizard/preflight/checks/keys.ts';
import { names } from '#src/wizard/preflight/checks/names.ts';
import { others } from '#src/wizard/preflight/checks/others.ts';
import { placement } from '#src/wizard/preflight/checks/placement.ts';
import { point } from '#src/wizard/preflight/checks/point.ts';
import { power } from '#src/wizard/preflight/checks/power.ts';
import { restoresToday } from '#src/wizard/preflight/checks/restores-today.ts';
import { rights } from '#src/wizard/preflight/checks/rights.ts';
import { sameTarget } from '#src/wizard/preflight/checks/same-target.ts';
import { staging } from '#src/wizard/preflight/checks/staging.ts';

/**
 * What is looked at before a restore, in the order in which it is told. The last but one gathers every
 * rule that no other speaks for, so that the list never says more than the rules; the last is Azure's own.
 */
export const CHECKS: readonly Check[] = [
  ...rights,
  identity,
  point,
  names,
  sameTarget,
  staging,
  addresses,
  placement,
  cores,
  keys,
  power,
  restoresToday,
  others,
  azure,
];
