import { checkAnswer } from '../../surveys/flow.ts'
import type { SurveyResponse, SurveyResponseRequest } from '../contract/survey-responses.ts'
import { ApiError } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { readPerson } from '../identity.ts'
import type { Services } from '../services.ts'
import { findSurvey } from './find.ts'
import { iso } from '../db/row-values.ts'

// A submission belongs to who began it, who may have become known meanwhile: from somebody else it changes nothing. Answers are merged, and a
// response that was completed stays so.
const upsert = `
  INSERT INTO survey_responses (id, submission_id, survey, subject, user_id, anonymous_id, account_id, answers, completed,
    locale, created_at, updated_at)
  VALUES (:id, :submission, :survey, :subject, :user, :anonymous,
    coalesce(:account, (SELECT account_id FROM users WHERE id = :user)), :answers, :completed, :locale, :now, :now)
  ON CONFLICT (submission_id) DO UPDATE SET
    subject = excluded.subject,
    user_id = excluded.user_id,
    account_id = coalesce(excluded.account_id, account_id),
    answers = json_patch(answers, excluded.answers),
    completed = max(completed, excluded.completed),
    updated_at = excluded.updated_at
  WHERE survey = excluded.survey AND subject IN (SELECT value FROM json_each(:knownAs))
  RETURNING *`

// The score may depend on the answer. Nothing changes where the submission is somebody else's.
const reviseAccount = `
  UPDATE accounts SET revision = revision + 1
  WHERE id = (SELECT account_id FROM survey_responses WHERE submission_id = :submission AND subject = :subject)`

/** Stores the answers of a submission, or adds to them. */
export async function respond(
  services: Services,
  { survey: surveyId, given, actor }: { survey: string; given: SurveyResponseRequest; actor: Actor },
): Promise<SurveyResponse> {
  const survey = findSurvey(services, surveyId)
  const errors = Object.entries(given.answers).flatMap(([id, value]) => {
    const question = survey.questions.find((candidate) => candidate.id === id)
    const detail = question ? checkAnswer(question, value) : `The survey "${surveyId}" has no question "${id}".`
    return detail === null || (question && value === null) ? [] : [{ path: `answers.${id}`, detail }]
  })
  if (errors.length > 0) throw new ApiError('invalid', 'Some answers do not fit their questions.', { errors })
  const { subject, knownAs } = readPerson(services, given, actor)

  const now = services.now()
  const submission = given.submissionId
  const [stored] = await services.database.write([
    {
      sql: upsert,
      args: {
        id: services.newId(),
        submission,
        survey: surveyId,
        subject,
        knownAs: JSON.stringify(knownAs),
        user: given.userId ?? null,
        anonymous: given.anonymousId ?? null,
        account: given.accountId ?? null,
        answers: JSON.stringify(given.answers),
        completed: given.completed ? 1 : 0,
        locale: given.locale ?? null,
        now,
      },
    },
    { sql: reviseAccount, args: { submission, subject } },
  ])
  const row = stored?.rows[0]
  if (!row) {
    throw new ApiError('forbidden', 'This submission was begun by somebody else, or for another survey.')
  }
  return {
    submissionId: submission,
    survey: surveyId,
    userId: row['user_id'] as string | null,
    anonymousId: row['anonymous_id'] as string | null,
    accountId: row['account_id'] as string | null,
    answers: JSON.parse(String(row['answers'])) as SurveyResponse['answers'],
    completed: Boolean(row['completed']),
    createdAt: iso(row['created_at']),
    updatedAt: iso(row['updated_at']),
  }
}
