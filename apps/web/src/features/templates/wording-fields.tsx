import { Accordion, Stack, Textarea, TextInput } from '@mantine/core';
import type { ConsentTemplateShape } from '@nastavnik/contracts/consent-templates';
import { Section } from '../../ui/section.tsx';
import { FaultsAt } from './faults.tsx';
import { ListEditor } from './list-editor.tsx';
import { Part } from './part.tsx';
import { useTemplatesTexts } from './templates-texts.ts';

export type FieldsProps = {
  template: ConsentTemplateShape;
  readOnly: boolean;
  /** Names of the parts that stand open. */
  open: string[];
  onOpen: (open: string[]) => void;
  onChange: (change: Partial<ConsentTemplateShape>) => void;
};

/** Words: they may change without anybody signing anew. */
export function WordingFields({ template, readOnly, open, onOpen, onChange }: FieldsProps) {
  const say = useTemplatesTexts();
  return (
    <Section title={say('wording.title')} lead={say('wording.lead')}>
      <Accordion multiple order={3} value={open} onChange={onOpen}>
        <Part fields={['title', 'summary']} title={say('wording.head')}>
          <Stack gap="md">
            <div>
              <TextInput
                label={say('wording.name')}
                readOnly={readOnly}
                maxLength={300}
                value={template.title}
                onChange={(event) => onChange({ title: event.currentTarget.value })}
              />
              <FaultsAt field="title" />
            </div>
            <div>
              <Textarea
                label={say('wording.summary')}
                description={say('wording.summaryHint', { count: template.summary.length })}
                readOnly={readOnly}
                autosize
                minRows={3}
                value={template.summary}
                onChange={(event) => onChange({ summary: event.currentTarget.value })}
              />
              <FaultsAt field="summary" />
            </div>
          </Stack>
        </Part>
        <Part fields={['blocks']} title={say('wording.blocks')} note={template.blocks.length}>
          <ListEditor
            title={say('wording.blocks')}
            hint={say('wording.blocksHint')}
            field="blocks"
            items={template.blocks}
            readOnly={readOnly}
            addWord={say('wording.addBlock')}
            empty={() => ({ heading: null, text: '' })}
            onChange={(blocks) => onChange({ blocks })}
          >
            {(block, set, place) => (
              <>
                <TextInput
                  label={say('wording.heading')}
                  readOnly={readOnly}
                  maxLength={300}
                  value={block.heading ?? ''}
                  onChange={(event) => set({ heading: event.currentTarget.value || null })}
                />
                <Textarea
                  label={say('wording.text')}
                  readOnly={readOnly}
                  autosize
                  minRows={2}
                  value={block.text}
                  onChange={(event) => set({ text: event.currentTarget.value })}
                />
                <FaultsAt field={`${place}.text`} />
                <FaultsAt field={`${place}.heading`} />
              </>
            )}
          </ListEditor>
        </Part>
        <Part fields={['withdrawal']} title={say('wording.withdrawal')}>
          <Textarea
            aria-label={say('wording.withdrawal')}
            readOnly={readOnly}
            autosize
            minRows={2}
            maxLength={2000}
            value={template.withdrawal}
            onChange={(event) => onChange({ withdrawal: event.currentTarget.value })}
          />
          <FaultsAt field="withdrawal" />
        </Part>
      </Accordion>
    </Section>
  );
}
