/** Pages that ask the rules, fetched in one piece when somebody goes to one. */
export { RulesPage } from '#src/pages/rules/RulesPage.tsx';
export { WhatHappenedPage } from '#src/pages/what-happened/WhatHappenedPage.tsx';
