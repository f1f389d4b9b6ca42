import type { Plugin } from 'vite';

const MADE = 'const ignoreEscapeKeyAttribute = useTabsterAttributes({';
const ALONE = 'const ignoreEscapeKeyAttribute = attributeOf({';
const FROM = 'import { useMergedTabsterAttributes_unstable, useTabsterAttributes } from';
const WITHOUT = 'import { useMergedTabsterAttributes_unstable } from';
const ATTRIBUTE = `import { getTabsterAttribute, TABSTER_ATTRIBUTE_NAME } from "tabster";
const attributeOf = (value) => ({ [TABSTER_ATTRIBUTE_NAME]: getTabsterAttribute(value, true) });`;

/**
 * Lets a page with a drop-down list do without the focus manager tabster (10 kB), which Fluent UI makes
 * there for one attribute: it says that Escape closes the list, and not the dialog around it. A dialog
 * brings tabster itself, and still reads the attribute (react-combobox 9, tabster 8).
 */
export function dropdownAlone(): Plugin {
  return {
    name: 'dropdown-alone',
    apply: 'build',
    transform: {
      filter: { id: /\/react-combobox\/lib\/hooks\/useTabsterEscapeIgnore\.js$/ },
      handler(code) {
        if (!code.includes(MADE) || !code.includes(FROM)) {
          this.error('A drop-down list uses tabster in another way now: look what it needs of it.');
        }
        const alone = code.replace(FROM, WITHOUT).replace(MADE, ALONE);
        return { code: `${ATTRIBUTE}\n${alone}`, map: null };
      },
    },
  };
}
