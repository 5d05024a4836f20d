import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { NewRoadmapForm } from './new-roadmap-form.tsx';
import { roadmapsQuery, templatesQuery } from './roadmaps.api.ts';
import classes from './roadmaps.module.css';
import { useRoadmapsTexts } from './roadmaps-texts.ts';
import { type Origin, TemplateChoice } from './template-choice.tsx';
import { TemplatePreview } from './template-preview.tsx';

/** A plan without a file of its own: from one of our templates, or from an earlier plan with its dates moved. */
export function NewRoadmapPage() {
  const say = useRoadmapsTexts();
  const templates = useQuery(templatesQuery);
  const roadmaps = useQuery(roadmapsQuery);
  const [chosen, setChosen] = useState<string>();
  const error = templates.error ?? roadmaps.error;
  const origins: Origin[] = [
    ...(templates.data?.templates ?? []).map((template) => ({ kind: 'template' as const, ...template })),
    ...(roadmaps.data?.roadmaps ?? [])
      .filter((one) => one.state !== 'superseded')
      .map((one) => ({ kind: 'copy' as const, key: one.id, roadmap: one })),
  ];
  const origin = origins.find((one) => one.key === chosen) ?? origins[0];
  return (
    <Page title={say('new.title')} lead={say('new.lead')}>
      {error && (
        <RefusalMessage error={error} again={() => void Promise.all([templates.refetch(), roadmaps.refetch()])} />
      )}
      {!error && !(templates.data && roadmaps.data) && <Loading />}
      {roadmaps.data && !roadmaps.data.may.create && <Text>{say('new.denied')}</Text>}
      {roadmaps.data?.may.create && origin && (
        <>
          <TextLink to="/import">{say('new.loadInstead')}</TextLink>
          <div className={classes['new']}>
            <TemplateChoice origins={origins} chosen={origin.key} onChoose={setChosen} />
            <div className={classes['preview']}>
              <TemplatePreview origin={origin} />
            </div>
            <NewRoadmapForm key={origin.key} origin={origin} />
          </div>
        </>
      )}
    </Page>
  );
}
