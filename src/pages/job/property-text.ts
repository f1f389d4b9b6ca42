import { dateTimeText } from '#src/lib/format.ts';
import { parseUsDateTime } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';

/** A property of a job as Azure names it; its times in the form of all others on the page. Pure. */
export function propertyText({ name, value }: JobDetails['properties'][number]): [string, string] {
  const time = parseUsDateTime(value);
  const text = time === null ? value : dateTimeText(time);
  return [name === '' ? pages.job.unnamed : name, text === '' ? common.notReported : text];
}
