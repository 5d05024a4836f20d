import { Accordion, Checkbox, Group, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { Section } from '../../ui/section.tsx';
import { FaultsAt } from './faults.tsx';
import { ListEditor } from './list-editor.tsx';
import { Part } from './part.tsx';
import { PlacesField } from './places-field.tsx';
import { Receivers } from './receivers-field.tsx';
import classes from './templates.module.css';
import { useTemplatesTexts } from './templates-texts.ts';
import type { FieldsProps } from './wording-fields.tsx';

const CATEGORIES = ['general', 'special', 'biometric'] as const;
const TERMS = ['cycleEnd', 'event', 'date'] as const;
/** Consents to something other than data have no list of data (RULE-02). */
const WITHOUT_DATA = ['participation', 'mentoringDuty'];

const own = () => `own:${crypto.randomUUID().slice(0, 8)}`;

/** The scope: what is wider here asks for new signatures (RULE-13). */
export function ScopeFields({ template, readOnly, open, onOpen, onChange }: FieldsProps) {
  const say = useTemplatesTexts();
  const hasData = !WITHOUT_DATA.includes(template.kind);
  const hasActions = hasData && template.kind !== 'dissemination';
  const fields = { template, readOnly, onChange };
  return (
    <Section title={say('scope.title')} lead={say('scope.lead')}>
      <Accordion multiple order={3} value={open} onChange={onOpen}>
        <Part fields={['purposes']} title={say('field.purposes')} note={template.purposes.length}>
          <Purposes {...fields} />
        </Part>
        {hasData && (
          <Part fields={['dataItems']} title={say('field.dataItems')} note={template.dataItems.length}>
            <DataItems {...fields} />
          </Part>
        )}
        {hasActions && (
          <>
            <Part fields={['actions', 'processing']} title={say('field.actions')} note={template.actions.length}>
              <Actions {...fields} />
            </Part>
            <Part fields={['receivers']} title={say('field.receivers')} note={template.receivers.length}>
              <Receivers {...fields} />
            </Part>
          </>
        )}
        {template.kind === 'dissemination' && (
          <Part fields={['resources']} title={say('field.resources')} note={template.resources.length}>
            <PlacesField {...fields} />
          </Part>
        )}
        <Part fields={['term']} title={say('field.term')}>
          <Term {...fields} />
        </Part>
      </Accordion>
    </Section>
  );
}

type PartProps = Pick<FieldsProps, 'template' | 'readOnly' | 'onChange'>;

function Purposes({ template, readOnly, onChange }: PartProps) {
  const say = useTemplatesTexts();
  return (
    <ListEditor
      title={say('field.purposes')}
      hint={say('scope.purposesHint')}
      field="purposes"
      items={template.purposes}
      readOnly={readOnly}
      addWord={say('scope.addPurpose')}
      empty={() => ({ code: own(), text: '', required: false })}
      onChange={(purposes) => onChange({ purposes })}
    >
      {(purpose, set, place) => (
        <>
          <Textarea
            aria-label={say('scope.purpose')}
            readOnly={readOnly}
            autosize
            value={purpose.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <Checkbox
            label={say('scope.required')}
            disabled={readOnly}
            checked={purpose.required}
            onChange={(event) => set({ required: event.currentTarget.checked })}
          />
          <FaultsAt field={`${place}.text`} />
        </>
      )}
    </ListEditor>
  );
}

function DataItems({ template, readOnly, onChange }: PartProps) {
  const say = useTemplatesTexts();
  return (
    <ListEditor
      title={say('field.dataItems')}
      hint={say('scope.dataHint')}
      field="dataItems"
      items={template.dataItems}
      readOnly={readOnly}
      addWord={say('scope.addData')}
      empty={() => ({ code: own(), text: '', category: 'general' as const })}
      onChange={(dataItems) => onChange({ dataItems })}
    >
      {(item, set, place) => (
        <>
          <div className={classes['pair']}>
            <Textarea
              aria-label={say('scope.dataItem')}
              readOnly={readOnly}
              autosize
              minRows={1}
              value={item.text}
              onChange={(event) => set({ text: event.currentTarget.value })}
            />
            <NativeSelect
              aria-label={say('scope.category')}
              disabled={readOnly}
              value={item.category}
              data={CATEGORIES.map((each) => ({ value: each, label: say(`category.${each}`) }))}
              onChange={(event) =>
                set({ category: CATEGORIES.find((each) => each === event.currentTarget.value) ?? 'general' })
              }
            />
          </div>
          <FaultsAt field={`${place}.text`} />
          <FaultsAt field={`${place}.category`} />
        </>
      )}
    </ListEditor>
  );
}

function Actions({ template, readOnly, onChange }: PartProps) {
  const say = useTemplatesTexts();
  return (
    <ListEditor
      title={say('field.actions')}
      field="actions"
      items={template.actions.map((text) => ({ text }))}
      readOnly={readOnly}
      addWord={say('scope.addAction')}
      empty={() => ({ text: '' })}
      onChange={(actions) => onChange({ actions: actions.map(({ text }) => text) })}
    >
      {(action, set) => (
        <TextInput
          aria-label={say('scope.action')}
          readOnly={readOnly}
          value={action.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      )}
    </ListEditor>
  );
}

function Term({ template, readOnly, onChange }: PartProps) {
  const say = useTemplatesTexts();
  const term = template.term ?? { kind: 'cycleEnd' as const, yearsAfter: 3, text: '' };
  const set = (change: Partial<typeof term>) => onChange({ term: { ...term, ...change } });
  return (
    <Stack gap={4} role="group" aria-label={say('field.term')}>
      <Group gap="md" align="flex-end">
        <NativeSelect
          label={say('field.term')}
          disabled={readOnly}
          value={term.kind}
          data={TERMS.map((each) => ({ value: each, label: say(`term.${each}`) }))}
          onChange={(event) => set({ kind: TERMS.find((each) => each === event.currentTarget.value) ?? 'cycleEnd' })}
        />
        {term.kind === 'cycleEnd' && (
          <NumberInput
            label={say('term.years')}
            readOnly={readOnly}
            min={0}
            max={100}
            w="8rem"
            value={term.yearsAfter}
            onChange={(years) => set({ yearsAfter: Number(years) || 0 })}
          />
        )}
      </Group>
      <TextInput
        label={say('term.text')}
        description={say('term.hint')}
        readOnly={readOnly}
        maxLength={1000}
        value={term.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <FaultsAt field="term" />
      <FaultsAt field="processing" />
    </Stack>
  );
}
