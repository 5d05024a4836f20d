// Runs before the first paint. The keys are those of src/lib/preferences and of Mantine's colour scheme manager.
try {
  const chosen = localStorage.getItem('nastavnik.scheme') || 'auto';
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.lang = JSON.parse(localStorage.getItem('nastavnik.language') || '"ru"');
} catch {
  // A browser that forbids the storage shows the light scheme.
}
