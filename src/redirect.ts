import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

// Where Microsoft Entra leads back to: it hands the answer to the page that asked, in a hidden frame or
// by going back there, and draws nothing.
await broadcastResponseToMainFrame().catch(() => {
  // Whoever opens this page without an answer is shown the product.
  if (window.parent === window) location.replace('/');
});
