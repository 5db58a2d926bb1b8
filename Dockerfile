# Palimpsest on Debian 12. Made of the steps that Scripts/bare-machine takes and `make prove` proves: what swift.org's
# image holds, make, and what Scripts/setup installs. These steps are run there and not as an image: this file itself
# has not been built.
#
#   docker build -t palimpsest . && docker run -it palimpsest make chapter-1
ARG SWIFT=6.3.1
FROM swift:${SWIFT}-bookworm AS tools
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates git make
WORKDIR /setup
COPY Scripts/setup Scripts/install Scripts/quietly Scripts/
RUN Scripts/setup

FROM tools
WORKDIR /palimpsest
COPY . .
RUN swift build -c release --product chapter-1
CMD ["make", "help"]
