/** Groups scores by month (UTC), oldest first, and says how many each had. Months without a score are left out. */
export function monthlyTrend<Figure>(
  scores: { at: number; value: number }[],
  figure: (values: number[]) => Figure,
): ({ month: string; responses: number } & Figure)[] {
  const months = Map.groupBy(scores, ({ at }) => new Date(at).toISOString().slice(0, 7))
  return [...months]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([month, group]) => ({ month, responses: group.length, ...figure(group.map(({ value }) => value)) }))
}
