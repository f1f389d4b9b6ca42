import { timeText } from '#src/lib/format.ts';
import { isFound, type ReadBack, type ReadPart } from '#src/model/read-back.ts';
import { picture as words } from '#src/strings/picture.ts';
import { restoreParts } from '#src/strings/restore-parts.ts';
import {
  type Card,
  type DiskPart,
  type Fate,
  type NicPart,
  readingOf,
  type Reading,
  unreadFact,
} from '#src/ui/picture/model.ts';
import { diskName, readingOr } from '#src/wizard/picture.ts';

/** What a restore has made, drawn by what was read back of it. Pure. */

const { unread } = restoreParts;

/** The result of a restore that went well, with a tick at each part that was read back, and at no other. */
export function withReadBack(card: Card, { parts }: Pick<ReadBack, 'parts'>): Card {
  const vm = parts.find(({ kind }) => kind === 'vm');
  const disks = parts.filter(({ kind }) => kind === 'disk');
  const nics = parts.filter(({ kind }) => kind === 'nic');
  // A card that is no VM is as its disks are.
  const head = vm ?? disks.find(isFound) ?? disks[0];
  const isRead = head?.read.is === 'there';
  const isNew = card.fate === 'there' || card.fate === 'new';
  return {
    ...card,
    fate: isNew && head !== undefined ? fateOf(head) : card.fate,
    // Beside a name and whether it is on a badge has no room.
    badge: undefined,
    lines: isRead ? [readingOf(words.readBack(timeText(head.read.at))), ...card.lines] : card.lines,
    ...(vm?.power && { power: readingOf(vm.power) }),
    disks: drawnDisks(card.disks, disks),
    nics: drawnNics(card.nics, nics),
  };
}

/** Of what was there before only that it was made while the job ran says that it is new. */
const isMade = (part: ReadPart): boolean =>
  part.isTarget === true ? part.read.is === 'there' && part.read.isOfJob === true : isFound(part);

/** What is on its way has neither a tick nor a question mark. */
const fateOf = (part: ReadPart): Fate =>
  isMade(part) ? 'there' : part.read.is === 'onItsWay' ? 'new' : 'unknown';

function drawnDisks(drawn: Card['disks'], read: readonly ReadPart[]): Card['disks'] {
  const ofMachine = read.filter(({ lun }) => lun !== undefined);
  // Disks of a list have no place of their own: all are there, or it isn't known which.
  if (ofMachine.length === 0) return drawn;
  if (drawn.is !== 'known') {
    return readingOf(
      ofMachine.map((part) => ({
        id: `read-${part.id}`,
        name: nameOfDisk(part),
        fate: fateOf(part),
        sizeGiB: sizeOf(part),
      })),
    );
  }
  return readingOf(
    drawn.value.map((disk): DiskPart => {
      if (disk.fate !== 'new' && disk.fate !== 'there') return disk;
      const part = ofMachine.find((one) => nameOfDisk(one) === disk.name);
      if (part === undefined) return { ...disk, fate: 'unknown' };
      const isSized = disk.sizeGiB.is === 'known';
      return { ...disk, fate: fateOf(part), sizeGiB: isSized ? disk.sizeGiB : sizeOf(part) };
    }),
  );
}

const nameOfDisk = ({ lun, name }: ReadPart): string =>
  lun === null || lun === undefined ? (name ?? restoreParts.someDisk) : diskName(lun);

const sizeOf = ({ sizeGiB }: ReadPart): Reading<number> => readingOr(sizeGiB, unread.size);

function drawnNics(drawn: Card['nics'], read: readonly ReadPart[]): Card['nics'] {
  if (drawn.is !== 'known') return drawn;
  return readingOf(
    drawn.value.map((nic, index): NicPart => {
      const part = read[index];
      if (nic.fate !== 'new' && nic.fate !== 'there') return nic;
      if (part === undefined) return { ...nic, fate: 'unknown' };
      return { ...nic, fate: fateOf(part), address: addressOf(part) };
    }),
  );
}

function addressOf({ read, address }: ReadPart): Reading<string> {
  if (read.is !== 'there') {
    const why = read.is === 'notFound' ? 'notReported' : read.is;
    return unreadFact(unread.address, why);
  }
  return address ? readingOf(address) : unreadFact(unread.address, 'notReported');
}
