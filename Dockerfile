# Builds the pages and the client of the database, with every package; none of those is in the image.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build
RUN rm -rf node_modules

# The packages that run, at the versions of the lock file. Those of development are struck off before, not left out: npm
# would keep the ones that a package could use, as the client of Prisma could use its schema tools. That client also
# brings the compilers of queries for databases that are not PostgreSQL, and OpenTelemetry everything three times, with
# maps and types.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm pkg delete devDependencies scripts.prepare && npm install --omit=dev --no-audit --no-fund \
  && find node_modules/@prisma/client/runtime -name 'query_compiler_*' ! -name 'query_compiler_fast_bg.postgresql.*' -delete \
  && find node_modules/@opentelemetry \( -path '*/build/esm/*' -o -path '*/build/esnext/*' -o -name '*.map' -o -name '*.d.ts' \) -delete

FROM node:24-slim
WORKDIR /app
# One copy keeps the times of the files, by which the start sees that the pages need not be built anew.
COPY --from=build /app /app
COPY --from=packages /app/node_modules /app/node_modules
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
# Nothing is written but to this volume and to /tmp.
VOLUME /data
EXPOSE 3000
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "app/main.ts"]
