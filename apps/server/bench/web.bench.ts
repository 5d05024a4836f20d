import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const WEB = join(import.meta.dirname, '../../web/dist');

/** The script of the first screen as it travels: what the start page names, before anything is fetched on demand. */
export async function run(): Promise<{ name: string; figures: Record<string, number> }> {
  const page = readFileSync(join(WEB, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file]) => join(WEB, file!));
  const all = globSync('assets/*.js', { cwd: WEB }).map((file) => join(WEB, file));
  const kilobytes = (files: string[], ending: string) =>
    files.reduce((sum, file) => sum + statSync(`${file}${ending}`).size, 0) / 1000;
  return {
    name: 'web, JavaScript',
    figures: {
      'named by the start page, brotli kB': kilobytes(first, '.br'),
      'named by the start page, gzip kB': kilobytes(first, '.gz'),
      'all screens together, brotli kB': kilobytes(all, '.br'),
    },
  };
}
