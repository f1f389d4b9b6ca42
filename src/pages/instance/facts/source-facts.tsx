import type { ReactNode } from 'react';
import type { Machine } from '#src/model/target.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status } from '#src/ui/Status.tsx';
import { known, type Read } from '#src/wizard/draft/reads.ts';

const words = instance.facts;

/** What the source machine is now; one that is gone or not read says so. */
export function sourceFacts(
  read: Read<Machine | null>,
): readonly (readonly [term: string, value: ReactNode])[] {
  const machine = known(read);
  if (machine === undefined) return [[words.source, unread(read)]];
  if (machine === null) {
    return [
      [
        words.source,
        <span key="deleted">
          <Status tone="warning">{words.deleted}</Status>
          <div>{words.deletedMeans}</div>
        </span>,
      ],
    ];
  }
  return [
    [
      words.source,
      <Status key="exists" tone="done">
        {words.exists}
      </Status>,
    ],
    [words.size, machine.size ?? common.notReported],
    [words.os, machine.osType ?? common.notReported],
    [words.region, machine.region],
    [words.zone, machine.zone === null ? words.noZone : words.zoneOf(machine.zone)],
  ];
}

/** Why a read has no value, in words. */
function unread(read: Read<unknown>): string {
  return read.state === 'known' ? common.notRead : wizard.reads[read.state];
}
