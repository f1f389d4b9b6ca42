import { type ESTree, parseSync, type Plugin, Visitor } from 'vite';

/** Of a module of Fluent's styles: by the name of the hook, the slots that this product never uses. */
type Unused = Readonly<Record<string, readonly string[]>>;

const LARGE_WITH = ['largeWithContentBefore', 'largeWithContentAfter'];

/**
 * What is never used, by the component. The test beside it reads the source for the values of props that ask
 * for these slots. Whatever a state brings (disabled, focus, forced colors) is in no list.
 */
const UNUSED: Readonly<Record<string, Unused>> = {
  Button: {
    useRootStyles: ['outline', 'square', 'large', 'largeWithIcon'],
    useRootDisabledStyles: ['outline'],
    useRootFocusStyles: ['square', 'large'],
    useRootIconOnlyStyles: ['large'],
    useIconStyles: ['large'],
  },
  Input: {
    useRootStyles: [
      'large',
      ...LARGE_WITH,
      'underline',
      'underlineInteractive',
      'filled',
      'filledInteractive',
    ],
    useInputElementStyles: ['large', ...LARGE_WITH],
    useContentStyles: ['large'],
  },
  SearchBox: { useRootStyles: ['large'], useInputStyles: ['large'], useDismissStyles: ['large'] },
  Checkbox: {
    useInputStyles: ['before', 'large'],
    useIndicatorStyles: ['large', 'circular'],
    useLabelStyles: ['before', 'large'],
  },
  Radio: { useRootStyles: ['vertical'], useInputStyles: ['below'], useLabelStyles: ['below'] },
  Slider: {
    useRootStyles: ['small', 'vertical', 'focusIndicatorVertical'],
    useRailStyles: ['vertical'],
    useThumbStyles: ['vertical'],
    useInputStyles: ['vertical'],
  },
  Switch: {
    useRootStyles: ['vertical'],
    useIndicatorStyles: ['labelAbove', 'sizeSmall'],
    useInputStyles: ['before', 'above', 'sizeSmall'],
    useLabelStyles: ['sizeSmall', 'above', 'before'],
  },
  Link: { useStyles: ['inverted', 'brand'] },
  Field: {
    useRootStyles: ['horizontal', 'horizontalNoLabel'],
    useLabelStyles: ['verticalLarge', 'horizontal', 'horizontalSmall', 'horizontalLarge'],
    useValidationMessageIconStyles: ['warning', 'success'],
  },
  Label: { useStyles: ['large', 'semibold'] },
  MessageBar: {
    useStyles: ['square'],
    useIconIntentStyles: ['success'],
    useRootIntentStyles: ['success'],
  },
};

const STYLES = /@fluentui\/.*\/use([A-Z]\w+)Styles\.styles\.js$/;

/** Leaves the styles of Fluent's variants that are never used out of a build. */
export function usedVariants(): Plugin {
  const unseen = new Set(Object.keys(UNUSED));
  return {
    name: 'used-variants',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: STYLES },
      handler(code, id) {
        const component = STYLES.exec(id)?.[1] ?? '';
        const unused = UNUSED[component];
        if (unused === undefined) return null;
        unseen.delete(component);
        const { left, missing } = withoutVariants(code, unused);
        if (missing.length > 0) this.error(`${component} has no ${missing.join(', ')} any more.`);
        return { code: left, map: null };
      },
    },
    buildEnd(failed) {
      if (failed === undefined && unseen.size > 0)
        this.error(`Fluent has no styles any more for ${[...unseen].join(', ')}.`);
    },
  };
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** The code of some of Fluent's styles without slots and their rules, and the slots that are not there. Pure. */
export function withoutVariants(code: string, unused: Unused): { left: string; missing: string[] } {
  const cuts: Cut[] = [];
  const missing = new Set(
    Object.entries(unused).flatMap(([hook, slots]) => slots.map((slot) => `${hook}.${slot}`)),
  );
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== 'Identifier' || init?.type !== 'CallExpression') return;
      const slots = unused[id.name];
      const [first, second] = init.arguments;
      if (slots === undefined || first?.type !== 'ObjectExpression') return;
      const stays = new Set<string>();
      const gone = new Set<string>();
      for (const slot of first.properties) {
        const name = nameOf(slot);
        const isGone = slots.includes(name);
        for (const one of textsIn(code.slice(slot.start, slot.end)))
          (isGone ? gone : stays).add(one);
        if (!isGone) continue;
        missing.delete(`${id.name}.${name}`);
        cuts.push(slot);
      }
      const isRuleGone = (rule: string): boolean => {
        const classes = [...rule.matchAll(/\.([a-z]\w+)/g)].map(([, one = '']) => one);
        return classes.some((one) => gone.has(one)) && !classes.some((one) => stays.has(one));
      };
      if (second?.type !== 'ObjectExpression') return;
      for (const bucket of second.properties) {
        if (bucket.type !== 'Property' || bucket.value.type !== 'ArrayExpression') continue;
        for (const rule of bucket.value.elements)
          if (rule !== null && isRuleGone(code.slice(rule.start, rule.end))) cuts.push(rule);
      }
    },
  }).visit(parseSync('styles.js', code).program);
  const ordered = cuts.toSorted((a, b) => a.start - b.start);
  return { left: ordered.reduceRight(without, code), missing: [...missing] };
}

function nameOf(slot: ESTree.ObjectPropertyKind): string {
  return slot.type === 'Property' && slot.key.type === 'Identifier' ? slot.key.name : '';
}

const textsIn = (code: string): string[] =>
  [...code.matchAll(/"(\w+)"/g)].map(([, one = '']) => one);

/** The code without a part, and without the comma behind it. */
function without(code: string, { start, end }: Cut): string {
  return code.slice(0, start) + code.slice(end).replace(/^\s*,/, '');
}
