import { rules } from '../rule.ts';
import { learn, ours } from '../sources.ts';

const questions = learn(
  'Soft delete for virtual machines, Frequently asked questions',
  '2020-04-30',
);
const ofPoints = learn('Secure by default with soft delete', '2024-11-20');

/** The number is ours: two nights, so that a restore that fails can be tried once more. */
const SOON_HOURS = 48;

/** What Azure keeps for some days after its deletion, and what goes by itself before long. */
export const softDeleteRules = [
  ...rules('instance', [
    {
      id: 'platform.instance.soft-deleted',
      kind: 'block',
      field: 'instance',
      when: ({ item }) => item.isSoftDeleted,
      source: [questions],
    },
    {
      id: 'platform.instance.soft-deleted.how',
      kind: 'info',
      field: 'instance',
      when: ({ item }) => item.isSoftDeleted,
      source: [questions],
    },
  ]),
  ...rules('restore-point', [
    {
      id: 'platform.point.soft-deleted',
      kind: 'warn',
      field: 'point',
      when: ({ point }) => point.isSoftDeleted,
      instead: [{ field: 'point' }],
      source: [ofPoints],
    },
    {
      id: 'platform.point.expires-soon',
      kind: 'warn',
      field: 'point',
      when: ({ point }) => point.hoursToExpiry !== null && point.hoursToExpiry < SOON_HOURS,
      instead: [{ field: 'point' }],
      source: [ours('Restore points that expire within 48 hours')],
    },
  ]),
];
