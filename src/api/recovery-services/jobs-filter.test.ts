import { expect, test } from 'vitest';
import { jobsFilter, type VaultJobFilter } from '#src/api/recovery-services/jobs.ts';
import { instant } from '#src/lib/time.ts';

const noon = instant(Date.UTC(2025, 5, 5, 12, 4, 9));
const midnight = instant(0);

test.each<[VaultJobFilter, string]>([
  [{}, ''],
  [{ status: 'completedWithWarnings' }, " and status eq 'CompletedWithWarnings'"],
  [
    { operation: 'CrossRegionRestore', from: noon },
    " and operation eq 'CrossRegionRestore' and startTime eq '2025-06-05 12:04:09 PM'",
  ],
  // The year 1970 is a moment as any other.
  [
    { from: midnight, to: noon },
    " and startTime eq '1970-01-01 12:00:00 AM' and endTime eq '2025-06-05 12:04:09 PM'",
  ],
])('%o becomes a filter in the words of the service', (wanted, more) => {
  expect(decodeURIComponent(jobsFilter(wanted))).toBe(
    `backupManagementType eq 'AzureIaasVM'${more}`,
  );
  expect(jobsFilter(wanted)).not.toMatch(/[ +&]/);
});
