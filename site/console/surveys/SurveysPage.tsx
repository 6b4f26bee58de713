import type { SurveyView } from '../../../api/contract/definitions.ts'
import { useConsole } from '../state/console-context.ts'
import { useResource } from '../state/use-resource.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { ChoiceFigures } from './ChoiceFigures.tsx'
import { NpsFigures } from './NpsFigures.tsx'
import { ShareFigures } from './ShareFigures.tsx'
import { answersInWords, byKind, isListOfChoices, kindTitles, triggerInWords } from './survey-words.ts'

/** Every survey and what people answered. */
export const SurveysPage = ({ takeFocus }: { takeFocus: boolean }) => {
  const { client } = useConsole()
  const { data, error, retry } = useResource('surveys', (signal) => client.surveys(signal))
  return (
    <>
      <PageHead
        title="Surveys"
        takeFocus={takeFocus}
        lead="What people answered, and how far the figures can be trusted."
      />
      {error && <ErrorNote error={error} retry={retry} />}
      {data === null && !error && (
        <div class="panel">
          <Skeleton lines={12} />
        </div>
      )}
      {data?.data.length === 0 && (
        <div class="panel empty">
          <h2>No survey yet</h2>
          <p>
            A survey is a file in <code>surveys/definitions/</code>. Add one, build again, and its answers appear here.
          </p>
        </div>
      )}
      <div class="survey-list">
        {data?.data.toSorted(byKind).map((survey) => (
          <SurveyPanel key={survey.id} survey={survey} />
        ))}
      </div>
    </>
  )
}

const SurveyPanel = ({ survey }: { survey: SurveyView }) => {
  const { client } = useConsole()
  const { data, error, retry } = useResource(`results/${survey.id}`, (signal) =>
    client.surveyResults(survey.id, signal),
  )
  return (
    <Panel
      title={kindTitles[survey.kind]}
      aside={<code class="muted">{survey.id}</code>}
      lines={survey.kind === 'nps' ? 12 : 5}
      waiting={data === null}
      error={error}
      retry={retry}
    >
      {!(isListOfChoices(data) && data.responses > 0) && <p class="survey-question">“{survey.questions[0]?.text}”</p>}
      <p class="muted">{triggerInWords(survey)}</p>
      {data?.kind === 'nps' && <NpsFigures results={data} />}
      {(data?.kind === 'csat' || data?.kind === 'ces') && <ShareFigures results={data} />}
      {isListOfChoices(data) && <p>{answersInWords(data)}</p>}
      {data && <ChoiceFigures results={data} survey={survey} />}
    </Panel>
  )
}
