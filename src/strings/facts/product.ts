import { counted, yesNo, type FactWords } from './words.ts';

/** Facts about the form, and Restore Center's settings. */
export const productFacts = {
  'form.errors': counted('how many errors the form has', 'The form has', 'error', 'errors'),
  'form.warnings': counted('how many warnings the form has', 'The form has', 'warning', 'warnings'),
  'policy.archive': yesNo(
    'whether archived restore points are checked',
    'Archived restore points are checked',
    'Archived restore points aren’t checked',
  ),
  'policy.czrNonPinned': yesNo(
    'whether zones are offered for VMs in no zone',
    'Zones are offered for VMs in no zone',
    'Zones aren’t offered for VMs in no zone',
  ),
  'policy.networkStepAlways': yesNo(
    'whether network access is always required',
    'Network access is always required',
    'Network access is required only if a disk has private access',
  ),
  'policy.czrBothTiers': yesNo(
    'whether zones are offered for restore points in both tiers',
    'Zones are offered for restore points in both tiers',
    'Zones aren’t offered for restore points in both tiers',
  ),
} as const satisfies Record<string, FactWords>;
