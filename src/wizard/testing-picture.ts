import type { Card, RestoreModel, Reading } from '#src/ui/picture/model.ts';

/** A picture as lines of text, one a part: its name, its value, its fate, and in parentheses the field that it leads to. */
export function pictureLines(model: RestoreModel): readonly string[] {
  const { source, point, moves, result, networks, pins } = model;
  return [
    `state ${model.state}`,
    ...cardLines('source', source),
    partLine('point', textOf(point.tier), point),
    `moves ${textOf(moves.sizeGiB, 'GiB')}, ${lossText(model)}`,
    ...moves.under.map((one) => partLine('under', `${one.name} ${textOf(one.text)}`, one)),
    ...cardLines('result', result),
    ...networks.map(({ name, range }) => `network ${name} ${textOf(range)}`),
    ...pins.map(({ part, tone, title, links }) =>
      [`${tone} at ${part}: ${title}`, ...links.map(({ text }) => text)].join(' | '),
    ),
  ];
}

function cardLines(place: string, card: Card): readonly string[] {
  const { icon, title, power, lines, badge, disks, disksBeside, nics, others, frame } = card;
  const inFrame = frame === undefined ? [] : [`in ${frame.kind} ${frame.name}`];
  const head = [
    icon,
    textOf(title),
    ...(badge === undefined ? [] : [badge]),
    ...(power === undefined ? [] : [textOf(power)]),
    ...lines.map((line) => textOf(line)),
    ...inFrame,
  ];
  return [
    partLine(place, head.join(', '), card),
    ...listLines(
      `${place} disk`,
      disks,
      ({ name, sizeGiB }) => `${name} ${textOf(sizeGiB, 'GiB')}`,
    ),
    ...disksBeside.map((one) =>
      partLine(`${place} beside`, `${one.name} ${textOf(one.sizeGiB, 'GiB')}`, one),
    ),
    ...listLines(
      `${place} NIC`,
      nics,
      ({ name, network, address }) => `${name} ${textOf(address)} on ${short(textOf(network))}`,
    ),
    ...others.map((one) => partLine(`${place} other`, `${one.name} ${textOf(one.text)}`, one)),
  ];
}

interface Part {
  readonly fate: string;
  readonly field?: string | undefined;
}

function listLines<One extends Part>(
  place: string,
  list: Reading<readonly One[]>,
  textOf: (one: One) => string,
): readonly string[] {
  if (list.is === 'absent') return [];
  if (list.is === 'unknown') return [`${place} ?${list.fact}`];
  return list.value.map((one) => partLine(place, textOf(one), one));
}

const partLine = (place: string, text: string, { fate, field }: Part): string =>
  `${place} ${text}: ${fate}${field === undefined ? '' : ` (${field})`}`;

const textOf = (value: Reading<string | number>, unit = ''): string =>
  value.is === 'known'
    ? `${String(value.value)}${unit}`
    : value.is === 'absent'
      ? 'none'
      : `?${value.fact}`;

/** The end of an id. */
const short = (id: string): string => id.split('/').slice(-3).join('/');

function lossText({ moves: { loss } }: RestoreModel): string {
  if (loss.is === 'absent') return 'no loss';
  return loss.is === 'unknown' ? `?${loss.fact}` : `${String(loss.value.ms)} ms ${loss.value.fate}`;
}
