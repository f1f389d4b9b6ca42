import type { ReactNode } from 'react';
import type { Source } from '#src/pages/instance/use-source.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status } from '#src/ui/Status.tsx';

const words = instance.facts;

/** What the source machine is now; one that is gone or not read says so. */
export function sourceFacts({
  machine,
  unread,
}: Source): readonly (readonly [term: string, value: ReactNode])[] {
  if (machine === undefined) return [[words.source, wizard.reads[unread]]];
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
