import { makeStyles, tokens } from '@fluentui/react-components';
import { entriesOf, type Product, PRODUCTS } from '#src/pages/rules/entries.ts';
import { type AddressFilters, FILTERS, filterValues } from '#src/pages/rules/filters.ts';
import { isFound } from '#src/pages/rules/find.ts';
import type { RulesSearch } from '#src/pages/rules/route.ts';
import { constraints as words } from '#src/strings/constraints.ts';
import { ListFilters, optionsOf } from '#src/ui/filters/ListFilters.tsx';
import { RouterLink } from '#src/ui/links.tsx';

const useStyles = makeStyles({
  count: { color: tokens.colorNeutralForeground2 },
  // On paper only what the filters left is of interest.
  root: { '@media print': { display: 'none' } },
});

export interface RuleFiltersProps {
  readonly typed: string;
  readonly applied: AddressFilters;
  /** How many constraints pass. */
  readonly shown: number;
  readonly onChange: (change: Partial<RulesSearch>) => void;
}

/** What narrows the list; all of it stands in the address. */
export function RuleFilters({ typed, applied, shown, onChange }: RuleFiltersProps) {
  const styles = useStyles();
  const { product, filters } = applied;
  return (
    <div className={styles.root}>
      <ListFilters
        search={{ part: 'q', label: words.search, value: typed }}
        filters={[
          {
            part: 'product',
            label: words.filters.product,
            options: optionsOf(PRODUCTS, words.products),
            chosen: [product],
            isOneOf: true,
          },
          ...FILTERS.map((name) => ({
            part: name,
            label: words.filters[name],
            options: filterValues(product, name),
            chosen: filters[name],
          })),
        ]}
        onChange={onChange}
      >
        <span role="status" className={styles.count}>
          {words.shown(shown, entriesOf(product).length)}
        </span>
        <OtherProducts product={product} typed={typed} />
      </ListFilters>
    </div>
  );
}

interface OtherProductsProps {
  readonly product: Product;
  readonly typed: string;
}

/** The plain way to the constraints of the other products: to those that fit a search, or to all. */
function OtherProducts({ product, typed }: OtherProductsProps) {
  return PRODUCTS.filter((other) => other !== product && entriesOf(other).length > 0).map(
    (other) => {
      const fitting =
        typed === '' ? 0 : entriesOf(other).filter((one) => isFound(one, typed)).length;
      const search = fitting === 0 ? { product: other } : { product: other, q: typed };
      return (
        <RouterLink key={other} to="/rules" search={search}>
          {fitting === 0
            ? words.otherProduct(other, entriesOf(other).length)
            : words.otherFits(other, fitting)}
        </RouterLink>
      );
    },
  );
}
