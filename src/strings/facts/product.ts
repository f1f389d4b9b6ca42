import { counted, yesNo, type FactWords } from './words.ts';

/** Facts about the form, and Restore Center's settings. */
export const productFacts = {
  'form.errors': counted('what is still refused', 'The form refuses', 'thing', 'things'),
  'form.warnings': counted('what is warned of', 'The form has', 'warning', 'warnings'),
  'policy.archive': yesNo(
    'whether archived points are judged',
    'Archived points are judged',
    'Archived points are not judged',
  ),
  'policy.czrNonPinned': yesNo(
    'whether zones are offered for machines in none',
    'Zones are offered for machines in none',
    'Zones are not offered for machines in none',
  ),
  'policy.networkStepAlways': yesNo(
    'whether network access is always asked for',
    'Network access is always asked for',
    'Network access is asked for where a disk has private access',
  ),
} as const satisfies Record<string, FactWords>;
