import { Page } from '../../ui/page.tsx';
import { FeedSection } from './feed-section.tsx';
import { useNoticesTexts } from './notices-texts.ts';
import { PreferencesSection } from './preferences-section.tsx';

export function MyRemindersPage() {
  const say = useNoticesTexts();
  return (
    <Page title={say('mine.title')} lead={say('mine.lead')} width="measure">
      <PreferencesSection />
      <FeedSection />
    </Page>
  );
}
