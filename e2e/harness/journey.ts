import type { Browser, Page } from 'playwright-core';
import { type Application, startApplication } from './application.ts';
import { type Host, openHost } from './organizations.ts';
import { openPage, pictureEach } from './page.ts';

/** What a journey is given. Everything it opens is closed when it ends. */
export type World = {
  /** The application that most journeys share; each in organisations of its own. */
  host(): Promise<Host>;
  /** An application of this journey's own, empty. */
  application(env?: Record<string, string>): Promise<Application>;
  /** A browser window; wide unless said. Anything the page writes to the console as an error fails the journey. */
  page(url: string, width?: 1280 | 360): Promise<Page>;
};

export type Journey = {
  readonly title: string;
  readonly run: (world: World) => Promise<void>;
  /** It waits for minutes of a real clock, and begins first, so that nobody waits for it in the end. */
  readonly waits: boolean;
};

const journeys: Journey[] = [];

/**
 * A promise to people, kept in a real browser. Ids of the activities that it carries out stand in the title: `[A6]`.
 */
export function journey(title: string, run: Journey['run'], { waits = false } = {}): void {
  journeys.push({ title, run, waits });
}

export function allJourneys(): readonly Journey[] {
  return journeys;
}

/** Opens worlds over one browser and one shared application. */
export class Worlds {
  readonly #browser: Browser;
  #shared: Promise<{ application: Application; host: Host }> | undefined;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  async within(run: (world: World) => Promise<void>): Promise<void> {
    const closing: (() => Promise<unknown>)[] = [];
    const complaints: string[] = [];
    const pages: Page[] = [];
    try {
      await run({
        host: async () => (await this.#open()).host,
        application: async (env) => {
          const application = await startApplication(env);
          closing.unshift(() => application.remove());
          return application;
        },
        page: async (url, width = 1280) => {
          const page = await openPage(this.#browser, { url, width, complain: (text) => complaints.push(text) });
          closing.unshift(() => page.context().close());
          pages.push(page);
          return page;
        },
      });
    } catch (error) {
      await pictureEach(pages);
      throw error;
    } finally {
      for (const close of closing) await close();
    }
    if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`);
  }

  async close(): Promise<void> {
    const shared = await this.#shared;
    await shared?.application.remove();
  }

  #open(): Promise<{ application: Application; host: Host }> {
    this.#shared ??= startApplication().then(async (application) => ({
      application,
      host: await openHost(application),
    }));
    return this.#shared;
  }
}
