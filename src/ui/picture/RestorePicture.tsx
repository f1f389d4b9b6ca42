import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode, useId, useMemo, useState } from 'react';
import { textInSentence } from '#src/lib/visible-text.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Hatches, hatchOf, useFateStyles } from '#src/ui/picture/fates.tsx';
import { drawingOf, isMessage, type PictureSize } from '#src/ui/picture/layout.ts';
import type { Fate, Pin, RestoreModel } from '#src/ui/picture/model.ts';
import {
  fateWord,
  groupsOf,
  isPlanned,
  type PartGroup,
  type PartRow,
} from '#src/ui/picture/reading.ts';
import { Shapes } from '#src/ui/picture/Shapes.tsx';
import type { Look, Target } from '#src/ui/picture/sheet.ts';
import { lookOf } from '#src/ui/picture/sheet.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { StatusIcon, type Tone } from '#src/ui/Status.tsx';
import { useWidth } from '#src/ui/hooks.ts';
import { UNSEEN } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';
import { picture } from '#src/strings/picture.ts';

const PRINT = '@media print';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    breakInside: 'avoid',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  drawing: { position: 'relative' },
  // As wide as its place, which says how it is laid out.
  svg: { display: 'block', width: '100%', overflow: 'visible' },
  target: {
    position: 'absolute',
    margin: 0,
    padding: 0,
    minWidth: '24px',
    minHeight: '24px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { outline: `2px solid ${tokens.colorBrandStroke1}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    [PRINT]: { display: 'none' },
  },
  pins: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    // Right below the lines that lead here.
    marginTop: `calc(-1 * ${tokens.spacingVerticalM})`,
    padding: 0,
  },
  contents: { display: 'contents' },
  // One line for both, where the picture is one part of a page.
  below: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalM,
    marginTop: `calc(-1 * ${tokens.spacingVerticalM})`,
  },
  pinsBeside: { flex: '1 1 240px', marginTop: 0 },
  toggleBeside: { alignSelf: 'center' },
  pin: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  warning: {
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  error: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  number: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  words: { minWidth: 0 },
  strong: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    '@media (max-width: 639px)': { '& button': { minHeight: '44px' } },
  },
  tablePlace: { overflowX: 'auto', [PRINT]: { overflowX: 'visible' } },
  unseen: {
    ...UNSEEN,
    [PRINT]: {
      position: 'static',
      width: 'auto',
      height: 'auto',
      clipPath: 'none',
      whiteSpace: 'normal',
    },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      textAlign: 'start',
      verticalAlign: 'top',
      fontWeight: tokens.fontWeightRegular,
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      overflowWrap: 'anywhere',
    },
    '& thead th, & th[scope="rowgroup"]': { fontWeight: tokens.fontWeightSemibold },
  },
  toggle: { alignSelf: 'flex-start', [PRINT]: { display: 'none' } },
});

export interface RestorePictureProps {
  readonly model: RestoreModel;
  readonly size: PictureSize;
  /** A part that leads to a field or a next step was pressed. */
  readonly onField: (field: string) => void;
  /** What stands around it says what it is, and the same in words, as `PictureTwin` does: it is the drawing alone. */
  readonly isBare?: boolean;
}

/** A restore as a picture: the source, what moves, and the result; and the same as a table. */
export const RestorePicture = memo(function RestorePicture({
  model,
  size,
  onField,
  isBare = false,
}: RestorePictureProps) {
  const styles = useStyles();
  const [isTable, setIsTable] = useState(false);
  const groups = useMemo(() => groupsOf(model), [model]);
  const messages = model.pins.filter(isMessage);
  const isOfJob = !isPlanned(model.state);
  const list = messages.length > 0 && (
    <ul className={mergeClasses(styles.pins, isOfJob && styles.pinsBeside)}>
      {messages.map((pin, index) => (
        <Message key={pin.id} pin={pin} number={messages.length > 1 ? index + 1 : null} />
      ))}
    </ul>
  );
  const toggle = (
    <TwinToggle
      isShown={isTable}
      onToggle={setIsTable}
      className={isOfJob ? styles.toggleBeside : undefined}
    />
  );
  const drawn = (
    <DrawnModel
      // Anew for another layout: after a step over a container's width Chromium 150 keeps the old places of its parts.
      key={size}
      model={model}
      size={size}
      rows={groups.flatMap(({ rows }) => rows)}
      onField={onField}
    />
  );
  if (isBare) return drawn;
  return (
    <div className={styles.root}>
      {!isOfJob && (
        <div className={styles.head}>
          <SectionHeading level={2}>{picture.title}</SectionHeading>
          <Legend model={model} />
        </div>
      )}
      {drawn}
      <div className={isOfJob ? styles.below : styles.contents}>
        {list}
        {toggle}
      </div>
      <TwinTable
        groups={groups}
        isShown={isTable}
        label={isOfJob ? picture.ofJob : picture.title}
      />
    </div>
  );
});

interface TwinToggleProps {
  readonly isShown: boolean;
  readonly onToggle: (isShown: boolean) => void;
  readonly className?: string | undefined;
}

function TwinToggle({ isShown, onToggle, className }: TwinToggleProps) {
  const styles = useStyles();
  return (
    <Button
      className={mergeClasses(styles.toggle, className)}
      size="small"
      appearance="subtle"
      aria-expanded={isShown}
      onClick={() => onToggle(!isShown)}
    >
      {isShown ? picture.table.hide : picture.table.show}
    </Button>
  );
}

interface TwinTableProps {
  readonly groups: readonly PartGroup[];
  /** Whether it is seen, too: it is always read out. */
  readonly isShown: boolean;
  readonly label: string;
}

function TwinTable({ groups, isShown, label }: TwinTableProps) {
  const styles = useStyles();
  const words = picture.table;
  return (
    <div className={isShown ? styles.tablePlace : styles.unseen}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {[words.part, words.today, words.after, words.state].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                {title}
              </th>
            </tr>
            {rows.map((row) => (
              <TableRow key={row.part.id} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** The table that says the same as another drawing of the model, and the button that shows it; what stands between it and its legend is in their line. */
export function PictureTwin({ model, hasLegend = true, children }: PictureTwinProps) {
  const styles = useStyles();
  const [isTable, setIsTable] = useState(false);
  return (
    <>
      <div className={styles.head}>
        <TwinToggle isShown={isTable} onToggle={setIsTable} />
        {children}
        {hasLegend && <Legend model={model} />}
      </div>
      <TwinTable groups={groupsOf(model)} isShown={isTable} label={picture.title} />
    </>
  );
}

interface PictureTwinProps {
  readonly model: RestoreModel;
  /** Whether what lines and fills mean stands there, too. */
  readonly hasLegend?: boolean;
  /** What stands in its line. */
  readonly children?: ReactNode;
}

function TableRow({ row: { part, today, after, state } }: { readonly row: PartRow }) {
  return (
    <tr>
      <th scope="row">
        <Name>{part.name}</Name>
      </th>
      {Object.entries({ today, after, state }).map(([column, text]) => (
        <td key={column}>
          <Name>{text}</Name>
        </td>
      ))}
    </tr>
  );
}

/** Width of a picture until its place is measured. */
const WIDTHS: Readonly<Record<PictureSize, number>> = {
  panel: 598,
  band: 928,
  wide: 1344,
  job: 840,
  stacked: 368,
};

interface DrawnModelProps extends RestorePictureProps {
  readonly rows: readonly PartRow[];
}

/** The drawing, with a button over each part that leads somewhere. */
function DrawnModel({ model, size, rows, onField }: DrawnModelProps) {
  const styles = useStyles();
  const id = useId();
  const place = useWidth();
  const width = place.width === 0 ? WIDTHS[size] : Math.max(240, Math.floor(place.width));
  const { height, shapes, targets } = useMemo(
    () => drawingOf(model, size, width),
    [model, size, width],
  );
  return (
    <div ref={place.attach} className={styles.drawing}>
      <svg
        className={styles.svg}
        height={height}
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        preserveAspectRatio="xMinYMin"
        role="img"
        aria-label={model.sentence}
      >
        <Shapes id={id} shapes={shapes} />
      </svg>
      {targets.map((target) => (
        <PartButton key={target.part.id} target={target} rows={rows} onField={onField} />
      ))}
    </div>
  );
}

interface PartButtonProps extends Pick<DrawnModelProps, 'rows' | 'onField'> {
  readonly target: Target;
}

function PartButton({ target: { part, box, cut }, rows, onField }: PartButtonProps) {
  const styles = useStyles();
  const row = rows.find((one) => one.part.id === part.id);
  const { field } = part;
  if (row === undefined || field === undefined) return null;
  const spoken = [part.name, row.value, row.state].filter((text) => text !== '');
  return (
    <button
      type="button"
      className={styles.target}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      aria-label={spoken.map(textInSentence).join(', ')}
      title={cut === undefined ? undefined : textInSentence(cut)}
      onClick={() => onField(field)}
    />
  );
}

const TONES: Readonly<Record<Pin['tone'], Tone>> = {
  ok: 'done',
  warning: 'warning',
  error: 'failed',
  open: 'waiting',
  unknown: 'unknown',
};

interface MessageProps {
  readonly pin: Pin;
  /** As at its line; null: it is the only one. */
  readonly number: number | null;
}

/** A message about a part, with links that mend it. */
function Message({ pin: { tone, title, text, links }, number }: MessageProps) {
  const styles = useStyles();
  const own = tone === 'warning' || tone === 'error' ? styles[tone] : undefined;
  return (
    <li className={mergeClasses(styles.pin, own)}>
      {number !== null && (
        <span aria-hidden className={styles.number}>
          {number}
        </span>
      )}
      <StatusIcon tone={TONES[tone]} />
      <div className={styles.words}>
        <span className={styles.strong}>
          <Name>{title}</Name>
        </span>
        {text !== undefined && <Name>{text}</Name>}
        {links.length > 0 && (
          <div className={styles.links}>
            {links.map((link) => (
              <LinkButton key={link.text} onClick={link.act}>
                {link.text}
              </LinkButton>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

/** What lines and fills mean: only those of the picture, each word once. */
function Legend({ model }: { readonly model: RestoreModel }) {
  const styles = useStyles();
  const fates = useFateStyles();
  const id = useId();
  return (
    <ul className={styles.legend}>
      {legendOf(model).map(({ word, look }) => (
        <li key={word} className={styles.entry}>
          <svg width="22" height="14" aria-hidden>
            <Hatches id={id} />
            <rect
              x="1"
              y="1"
              width="20"
              height="12"
              rx="2"
              className={mergeClasses(fates.frame, fates[look])}
            />
            {(look === 'kept' || look === 'lost') && (
              <rect
                x="1"
                y="1"
                width="20"
                height="12"
                rx="2"
                fill={hatchOf(id, look)}
                className={fates.hatch}
              />
            )}
            {look === 'lost' && <rect x="4" y="4" width="14" height="6" className={fates.second} />}
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}

const ORDER: readonly Fate[] = [
  'new',
  'there',
  'unchanged',
  'notCreated',
  'kept',
  'lost',
  'unknown',
];

function legendOf(model: RestoreModel): readonly { readonly word: string; readonly look: Look }[] {
  const { source, result, moves } = model;
  const parts = [source, result].flatMap((card) => [
    ...(card.title.is === 'absent' ? [] : [card]),
    ...(card.disks.is === 'known' ? card.disks.value : []),
    ...card.disksBeside,
    ...(card.nics.is === 'known' ? card.nics.value : []),
    ...card.others,
  ]);
  const isUnknown = [source, result].some(
    ({ disks, nics }) => disks.is === 'unknown' || nics.is === 'unknown',
  );
  const entries = ORDER.flatMap((fate) => {
    const part =
      parts.find((one) => one.fate === fate) ??
      (fate === 'unknown' && isUnknown ? { fate } : undefined);
    return part === undefined ? [] : [{ word: fateWord(fate, model), look: lookOf(part, model) }];
  });
  const loss = moves.loss.is === 'known' ? moves.loss.value.fate : null;
  const isThere = entries.some(({ look }) => look === 'lost');
  if (loss === 'notInCopy') return [...entries, { word: picture.fates.notInCopy, look: 'lost' }];
  return loss === null || isThere
    ? entries
    : [...entries, { word: fateWord('lost', model), look: 'lost' }];
}
