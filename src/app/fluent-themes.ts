/** Apart, as a build puts the values that it uses in their place (`tools/vite/styles/themes.ts`). */
export { webDarkTheme, webLightTheme } from '@fluentui/react-components';
