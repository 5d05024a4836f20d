import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the development server of the API listens. */
const api = process.env['NASTAVNIK_API'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': api } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Fonts and pictures stay files: a data: address would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
