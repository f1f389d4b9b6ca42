/** Pages that use the rules, fetched in one chunk on first use. */
export { RulesPage } from '#src/pages/rules/RulesPage.tsx';
export { WhatHappenedPage } from '#src/pages/WhatHappenedPage.tsx';
