// The linter's own plugin: rules of this house that no public rule can say.
import { layersRule } from './house/layers.mjs';
import { queryKeyRule } from './house/query-keys.mjs';
import { userWordsRule } from './house/user-words.mjs';

// oxlint wants a plugin as the default export.
export default {
  meta: { name: 'house' },
  rules: {
    layers: layersRule,
    'query-key-home': queryKeyRule,
    'user-words': userWordsRule,
  },
};
