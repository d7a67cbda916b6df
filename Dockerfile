# syntax=docker/dockerfile:1
FROM node:20-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: see scripts/ensure.mjs.
RUN npm install --no-save --ignore-scripts
COPY tsconfig.json ./
COPY scripts ./scripts
COPY wsdl ./wsdl
COPY src ./src
RUN node scripts/ensure.mjs build --force && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /opt/simsphere
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY wsdl ./wsdl
COPY scenarios ./scenarios
COPY docs/coverage.md ./docs/
COPY LICENSE NOTICE ./
# A volume here is that user's too: `--state /state` keeps the world in it.
RUN mkdir /state && chown 1000:1000 /state
# Tells the health check where the server is, whatever flags it got. Memory: there also where all else is read only.
ENV SIMSPHERE_READY_FILE=/dev/shm/simsphere.json
# The user `node`, by number: a cluster that lets no root in can tell it from root.
USER 1000
EXPOSE 8989
HEALTHCHECK --interval=10s --timeout=5s --start-period=5s CMD ["node", "dist/cli/main.js", "health"]
# Exec form: SIGTERM reaches the simulator itself, which closes and ends with 143, as after any SIGTERM. Flags of `serve` follow the image's name.
ENTRYPOINT ["node", "dist/cli/main.js", "serve", "--listen", "0.0.0.0"]
