import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { spanInWords } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { templateContentsQuery } from './roadmaps.api.ts';
import classes from './roadmaps.module.css';
import { useRoadmapsTexts } from './roadmaps-texts.ts';
import type { Origin } from './template-choice.tsx';

/** The stages of what is chosen, and under each its items. */
export function TemplatePreview({ origin }: { origin: Origin }) {
  const say = useRoadmapsTexts();
  const today = useToday();
  const language = useLanguage();
  const { data, error } = useQuery(templateContentsQuery);
  const stages = data?.find((template) => template.key === origin.key)?.stages ?? [];
  return (
    <Section title={say('new.preview')}>
      {origin.kind === 'copy' && (
        <Text>
          {say('new.previewCopy', {
            title: origin.roadmap.title,
            period: spanInWords(origin.roadmap.cycle, today, language),
          })}
        </Text>
      )}
      {origin.kind === 'template' && !data && !error && <Loading lines={3} />}
      {error && <RefusalMessage error={error} />}
      {origin.kind === 'template' && data && stages.length === 0 && <Text>{say('new.previewEmpty')}</Text>}
      {stages.length > 0 && (
        <ol className={classes['stages']}>
          {stages.map((stage) => (
            <li key={stage.title}>
              {stage.title}
              <ul className={classes['items']} aria-label={say('new.previewItems', { stage: stage.title })}>
                {stage.items.map((item) => (
                  <li key={item.title}>
                    {item.title}, {item.deadline}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
