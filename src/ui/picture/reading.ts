import { countText, dateTimeText, durationText, percentText, timeText } from '#src/lib/format.ts';
import { pages } from '#src/strings/pages.ts';
import { picture } from '#src/strings/picture.ts';
import { dataLoss } from '#src/strings/timeline.ts';
import type {
  Card,
  DiskPart,
  Fate,
  Moves,
  NicPart,
  PicturePart,
  PictureState,
  PointPart,
  Reached,
  RestoreModel,
  Reading,
} from '#src/ui/picture/model.ts';

/** What a model says in words, in the order in which it is read: for the table, and for the names of its parts. */

/** What isn’t known, and why. */
export const unknownText = ({ fact, why }: Extract<Reading<never>, { readonly is: 'unknown' }>) =>
  picture.unknown(fact, why ?? null);

/** A value as text; what is absent has none. */
export const textOf = <Value>(
  value: Reading<Value>,
  write: (known: Value) => string,
): string | null => {
  if (value.is === 'absent') return null;
  return value.is === 'known' ? write(value.value) : unknownText(value);
};

const asIs = (text: string): string => text;
const gib = (size: number): string => picture.gib(countText(size));
const joined = (texts: readonly (string | null)[], by = ', '): string =>
  texts.filter((text) => text !== null && text !== '').join(by);

const UNDER_WAY: readonly PictureState[] = ['running', 'stalled', 'canceling'];
const ENDED: readonly PictureState[] = ['canceled', 'failed', 'done', 'notRead'];
const PLANNED: readonly PictureState[] = ['choosing', 'configured', 'review'];

export const isPlanned = (state: PictureState): boolean => PLANNED.includes(state);
export const isUnderWay = (state: PictureState): boolean => UNDER_WAY.includes(state);

/** Whether disks take the place of others. */
const isReplacement = ({ result }: RestoreModel): boolean => result.disksBeside.length > 0;

/** What a fate is called, by how far the restore is. */
export function fateWord(fate: Fate, model: RestoreModel): string {
  const words = picture.fates;
  const hasEnded = ENDED.includes(model.state);
  switch (fate) {
    case 'unchanged':
      // Nothing of it was looked at since: what it is, not how it fared.
      return hasEnded ? picture.columns.source : words.unchanged;
    case 'kept':
      return words[fate];
    case 'unknown':
      return hasEnded ? words.notRead : words[fate];
    case 'new':
      if (hasEnded) return words.created;
      return isReplacement(model) ? words.newDisk : words.planned;
    case 'notCreated':
      return hasEnded ? words.notFound : words.notYet;
    case 'lost':
      return hasEnded ? words.lost : words.willBeLost;
    case 'there':
      return words.created;
  }
}

/** The fate of a part in words: what only waits for its field isn't unknown. */
function stateOf({ id, fate, field }: PicturePart, model: RestoreModel): string {
  if (fate === 'unknown' && field !== undefined && isPlanned(model.state))
    return picture.fates.notSelected;
  if (fate === 'unchanged' && ENDED.includes(model.state) && !isOfSource(id, model))
    return picture.fates.notPart;
  return fateWord(fate, model);
}

/** Whether a part is of what is restored from. */
const isOfSource = (id: string, { source, point }: RestoreModel): boolean =>
  id === point.id ||
  [source, ...listed(source.disks), ...listed(source.nics), ...source.others].some(
    (one) => one.id === id,
  );

const listed = <Part>(parts: Reading<readonly Part[]>): readonly Part[] =>
  parts.is === 'known' ? parts.value : [];

/** Whether a part is a source that no longer exists. */
const isGoneCard = ({ id }: PicturePart, { source }: RestoreModel): boolean =>
  id === source.id && source.title.is === 'absent';

/** What checks and rules report of a part. */
const pinsOf = (id: string, { pins }: RestoreModel): readonly string[] =>
  pins
    .filter(({ part }) => part === id)
    .map(({ tone, title }) => {
      const word = picture.tones[tone];
      return title.startsWith(word) ? title : `${word}: ${title}`;
    });

/** The name of a card: its own, or that of the field that asks for it. */
export const titleOf = ({ title, name }: Pick<Card, 'title' | 'name'>): string => {
  if (title.is === 'absent') return name;
  return title.is === 'known' ? title.value : title.fact;
};

const powerText = ({ power }: Card): string | null =>
  power === undefined ? null : textOf(power, (known) => picture.power[known]);

/** A line of the table. */
export interface PartRow {
  readonly part: PicturePart;
  readonly value: string;
  readonly today: string;
  readonly after: string;
  readonly state: string;
}

export interface PartGroup {
  readonly title: string;
  readonly rows: readonly PartRow[];
}

function cardValue(card: Card): string {
  const { lines, frame } = card;
  return joined([
    titleOf(card),
    powerText(card),
    ...lines.map((line) => textOf(line, asIs)),
    frame?.name ?? null,
  ]);
}

function nicValue({ network, address }: NicPart, { networks }: RestoreModel): string {
  const name = (id: string): string => networks.find((one) => one.id === id)?.name ?? id;
  return joined([textOf(address, asIs), textOf(network, name) ?? picture.noNetwork]);
}

/** Parts with what they are, from the top down. */
function cardParts(card: Card, model: RestoreModel): readonly (readonly [PicturePart, string])[] {
  const disk = (one: DiskPart) => [one, textOf(one.sizeGiB, gib) ?? ''] as const;
  const list = <Part extends PicturePart>(
    parts: Reading<readonly Part[]>,
    draw: (one: Part) => readonly [PicturePart, string],
  ) => {
    if (parts.is === 'known') return parts.value.map(draw);
    if (parts.is === 'absent') return [];
    const unknown = { id: `${card.id} ${parts.fact}`, name: parts.fact, fate: 'unknown' } as const;
    return [[unknown, unknownText(parts)] as const];
  };
  return [
    [card, cardValue(card)],
    ...list(card.disks, disk),
    ...card.disksBeside.map(disk),
    ...list(card.nics, (nic) => [nic, nicValue(nic, model)]),
    ...card.others.map((one) => [one, textOf(one.text, asIs) ?? ''] as const),
  ];
}

function pointValue({ time, consistency, tier, lagMs }: PointPart): string {
  return joined([
    textOf(time, (at) => dateTimeText(at)),
    textOf(consistency, (known) => picture.consistency[known]),
    textOf(tier, asIs),
    lagMs === undefined ? null : textOf(lagMs, (ms) => picture.lag(durationText(ms))),
  ]);
}

/** How long what is lost is, and what comes of it. */
export const lossText = ({ loss }: Moves): string | null =>
  textOf(loss, ({ ms, fate }) => `${dataLoss.length(ms)} ${picture.lossOf[fate]}`);

/** How far it is, and how many bytes that is. */
function reachedText({ reached }: Moves): string | null {
  if (reached === undefined) return null;
  const { share, of, bytes, readAt, quietSince, disks, service } = reached;
  return joined([
    share.is === 'known'
      ? pages.job.percentOf(percentText(share.value * 100), of)
      : picture.notReported,
    bytes.is === 'known' ? bytes.value : picture.line.bytesUnknown,
    quietSince === undefined ? null : picture.line.quietSince(timeText(quietSince)),
    bytes.is === 'known' && Object.keys(disks).length === 0 ? picture.inTotal(service) : null,
    picture.readAt(timeText(readAt)),
  ]);
}

/** What a duration is: expected, or what it took; while a job runs its rate stands there. */
function durationName({ state }: RestoreModel): string {
  if (isUnderWay(state)) return picture.rate;
  return ENDED.includes(state) ? picture.took : picture.duration;
}

function movesParts(model: RestoreModel): readonly (readonly [PicturePart, string])[] {
  const { moves } = model;
  const line = (name: string, text: string | null, fate: Fate) =>
    text === null ? [] : [[{ id: `${moves.id} ${name}`, name, fate }, text] as const];
  const duration = textOf(moves.duration, ({ text, basis }) => joined([text, basis]));
  return [
    ...line(picture.size, textOf(moves.sizeGiB, gib), 'unchanged'),
    ...line(durationName(model), duration, 'unchanged'),
    ...line(picture.progress, reachedText(moves), 'unchanged'),
    ...line(picture.loss, lossText(moves), moves.loss.is === 'known' ? 'lost' : 'unknown'),
    ...moves.under.map((one) => [one, textOf(one.text, asIs) ?? ''] as const),
  ];
}

const NOTHING = '–';

/** Every part with its value today and after the restore, in reading order. */
export function groupsOf(model: RestoreModel): readonly PartGroup[] {
  const { source, point, moves, result } = model;
  const row = (part: PicturePart, value: string, isToday: boolean): PartRow => {
    const isGone = part.fate === 'lost' || part.fate === 'notCreated' || isGoneCard(part, model);
    const word = isGoneCard(part, model) ? picture.fates.gone : stateOf(part, model);
    const state = joined([word, ...pinsOf(part.id, model)], '. ');
    return {
      part,
      value,
      today: isToday || part.fate === 'unchanged' ? value : NOTHING,
      after: isGone ? NOTHING : value,
      state,
    };
  };
  const isBeside = (id: string) => result.disksBeside.some((disk) => disk.id === id);
  const plain = (part: PicturePart, value: string, state: string): PartRow => ({
    part,
    value,
    today: NOTHING,
    after: value,
    state,
  });
  const onMoves = pinsOf(moves.id, model);
  return [
    {
      title: picture.columns.source,
      rows: cardParts(source, model).map(([part, value]) => row(part, value, true)),
    },
    {
      title: picture.columns.moves,
      rows: [
        plain(point, pointValue(point), joined(pinsOf(point.id, model), '. ')),
        ...movesParts(model).map(([part, value], index) => {
          const isUnder = moves.under.some(({ id }) => id === part.id);
          const messages = index === 0 ? onMoves : pinsOf(part.id, model);
          const state = isUnder ? stateOf(part, model) : '';
          return plain(part, value, joined([state, ...messages], '. '));
        }),
      ],
    },
    {
      title: picture.columns.result,
      rows: cardParts(result, model).map(([part, value]) => row(part, value, isBeside(part.id))),
    },
  ];
}

/** How the way from the source to the result looks: a bar that is filled as far as the restore is. */
export interface Bar {
  readonly tone: 'planned' | 'moving' | 'quiet' | 'stopped' | 'failed';
  /** From 0 to 1; null: not reported. */
  readonly share: number | null;
  readonly end: 'none' | 'pause' | 'stroke' | 'cross';
}

export function barOf({
  state,
  moves,
}: Pick<RestoreModel, 'state'> & {
  readonly moves: { readonly reached?: Pick<Reached, 'share'> | undefined };
}): Bar {
  const reached = moves.reached?.share;
  const share = reached?.is === 'known' ? reached.value : null;
  switch (state) {
    case 'choosing':
    case 'configured':
    case 'review':
      return { tone: 'planned', share: 0, end: 'none' };
    case 'running':
      return { tone: 'moving', share, end: 'none' };
    case 'stalled':
      return { tone: 'quiet', share, end: 'pause' };
    case 'canceling':
    case 'canceled':
      return { tone: 'stopped', share, end: 'stroke' };
    case 'failed':
      return { tone: 'failed', share, end: 'cross' };
    case 'done':
    case 'notRead':
      return { tone: 'moving', share: 1, end: 'none' };
    case 'outcomeUnknown':
      return { tone: 'stopped', share: null, end: 'none' };
  }
}
