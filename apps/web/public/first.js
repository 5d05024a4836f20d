// Runs before the first paint and before every module.

// Zod would write its checks as code; the Content-Security-Policy allows no code but the files of this server.
globalThis.__zod_globalConfig = { jitless: true };

// The keys are those of src/lib/preferences and of Mantine's colour scheme manager.
try {
  const chosen = localStorage.getItem('nastavnik.scheme') || 'auto';
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.lang = JSON.parse(localStorage.getItem('nastavnik.language') || '"ru"');
} catch {
  // A browser that forbids the storage shows the light scheme.
}
