import type { Survey } from '../../surveys/schema.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'

/** @throws ApiError `not_found` where no file defines the survey. */
export function findSurvey({ definitions }: Services, id: string): Survey {
  const survey = definitions.surveys.find((candidate) => candidate.id === id)
  if (!survey) {
    const known = definitions.surveys.map((candidate) => candidate.id).join(', ')
    throw new ApiError('not_found', `There is no survey "${id}". There are: ${known}.`)
  }
  return survey
}
